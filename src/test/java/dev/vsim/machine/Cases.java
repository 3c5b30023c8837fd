package dev.vsim.machine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Cases that others computed, under {@code src/test/resources/cases}. */
public final class Cases {
  private Cases() {}

  public static JsonObject read(String name) {
    try (InputStream in = Cases.class.getResourceAsStream("/cases/" + name)) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects of an array. */
  public static List<JsonObject> list(JsonObject from, String name) {
    return StreamSupport.stream(from.getAsJsonArray(name).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  public static List<Long> longs(JsonElement array) {
    return Arrays.stream(numbers(array)).boxed().toList();
  }

  public static long[] numbers(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
        .mapToLong(JsonElement::getAsLong)
        .toArray();
  }
}
