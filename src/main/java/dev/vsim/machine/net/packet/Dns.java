package dev.vsim.machine.net.packet;

import java.nio.charset.StandardCharsets;

/**
 * The DNS messages that vsim sends: a question for the address of {@code vsim.example} and its
 * answer (RFC 1035), padded to a size by EDNS0 (RFC 6891, 7830).
 */
public final class Dns {
  /** Where DNS servers listen. */
  public static final int PORT = 53;

  private static final int HEADER = 12;
  private static final byte[] NAME =
      "\u0004vsim\u0007example\0".getBytes(StandardCharsets.US_ASCII);
  private static final int QUESTION = NAME.length + 4;
  private static final int ANSWER = 16;
  private static final int OPT = 11;
  private static final int OPTION_HEADER = 4;

  private static final int FLAGS = 2;
  private static final int QUESTIONS = 4;
  private static final int ANSWERS = 6;
  private static final int ADDITIONAL = 10;
  private static final int RECURSION_DESIRED = 0x0100;
  private static final int RESPONSE = 0x8180;
  private static final int TYPE_A = 1;
  private static final int CLASS_IN = 1;
  private static final int TYPE_OPT = 41;
  private static final int PADDING = 12;
  private static final int POINTER_TO_NAME = 0xC000 | HEADER;
  private static final int TIME_TO_LIVE = 3600;

  /** The largest message over UDP that needs no fragments anywhere (DNS Flag Day 2020). */
  private static final int UDP_SIZE = 1232;

  private Dns() {}

  /** A question, as large as asked or, where that is too small for one, as it has to be. */
  public static byte[] query(int identifier, int size) {
    byte[] message = message(identifier, RECURSION_DESIRED, size, 0);
    pad(message, HEADER + QUESTION);
    return message;
  }

  /** The answer to a question, as large as the question where that is large enough for it. */
  public static byte[] answer(byte[] query, int address) {
    int identifier = query.length < 2 ? 0 : Octets.get16(query, 0);
    byte[] message = message(identifier, RESPONSE, query.length, ANSWER);
    Octets.put16(message, ANSWERS, 1);
    int at = HEADER + QUESTION;
    Octets.put16(message, at, POINTER_TO_NAME);
    Octets.put16(message, at + 2, TYPE_A);
    Octets.put16(message, at + 4, CLASS_IN);
    Octets.put32(message, at + 6, TIME_TO_LIVE);
    Octets.put16(message, at + 10, Integer.BYTES);
    Octets.put32(message, at + 12, address);
    pad(message, at + ANSWER);
    return message;
  }

  private static byte[] message(int identifier, int flags, int size, int answer) {
    byte[] message = new byte[Math.max(size, HEADER + QUESTION + answer + OPT + OPTION_HEADER)];
    Octets.put16(message, 0, identifier);
    Octets.put16(message, FLAGS, flags);
    Octets.put16(message, QUESTIONS, 1);
    Octets.put16(message, ADDITIONAL, 1);
    System.arraycopy(NAME, 0, message, HEADER, NAME.length);
    Octets.put16(message, HEADER + NAME.length, TYPE_A);
    Octets.put16(message, HEADER + NAME.length + 2, CLASS_IN);
    return message;
  }

  /** The OPT record, which fills the message up. */
  private static void pad(byte[] message, int at) {
    int padding = message.length - at - OPT - OPTION_HEADER;
    Octets.put16(message, at + 1, TYPE_OPT);
    Octets.put16(message, at + 3, UDP_SIZE);
    Octets.put16(message, at + 9, OPTION_HEADER + padding);
    Octets.put16(message, at + OPT, PADDING);
    Octets.put16(message, at + OPT + 2, padding);
  }
}
