package dev.vsim.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whose a submission is. */
public final class SubmissionMetadata {
  private static final String GRADESCOPE = "submission_metadata.json";
  private static final int MOST_BYTES = 1 << 20;

  private SubmissionMetadata() {}

  /**
   * The student of whom Gradescope tells in a file beside the submission's folder: of a group the
   * one whose e-mail address comes first, so that all of it have one variant.
   */
  public static Optional<String> student(Path submission) {
    Path folder = submission.toAbsolutePath().normalize().getParent();
    Path file = folder == null ? null : folder.resolve(GRADESCOPE);
    if (file == null || !Files.isDirectory(submission) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Files.size(file) > MOST_BYTES
          ? Optional.empty()
          : first(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException | JsonParseException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> first(String json) {
    JsonElement users = JsonParser.parseString(json).getAsJsonObject().get("users");
    Optional<String> first = Optional.empty();
    if (users != null && users.isJsonArray()) {
      for (JsonElement user : users.getAsJsonArray()) {
        Optional<String> email = text(user.getAsJsonObject(), "email");
        Optional<String> name = email.or(() -> text(user.getAsJsonObject(), "name"));
        boolean before =
            name.isPresent() && (first.isEmpty() || name.get().compareTo(first.get()) < 0);
        first = before ? name : first;
      }
    }
    return first;
  }

  private static Optional<String> text(JsonObject user, String name) {
    JsonElement value = user.get(name);
    return value != null && value.isJsonPrimitive()
        ? Optional.of(value.getAsString()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** What a submission is called where nothing else tells: its file's name without its ending. */
  public static String nameOf(Path submission) {
    Path last = submission.toAbsolutePath().normalize().getFileName();
    String name = last == null ? "submission" : last.toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
