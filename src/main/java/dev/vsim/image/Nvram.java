package dev.vsim.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A VM's firmware settings as a stub: the size that a BIOS's have and their first word, then
 * nothing. No firmware is modelled; a hypervisor that finds it begins with its defaults.
 */
public final class Nvram {
  private static final int BYTES = 8684;

  private Nvram() {}

  /** The file. */
  public static byte[] stub() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("MRVN".getBytes(StandardCharsets.US_ASCII)).putInt(1);
    return bytes.array();
  }
}
