package dev.vsim.value;

import java.util.List;

/** The types that many slots have. */
public final class Types {
  /** A whole number from 0 up, without a unit. */
  public static final Type COUNT = new Type.Whole(Dimension.COUNT, 0, Long.MAX_VALUE);

  /** A memory address, any 64 bits. */
  public static final Type ADDRESS = new Type.Place(false);

  /** Any whole number of 64 bits, with its sign. */
  public static final Type CELL = new Type.Cell();

  /** A memory address or the label of a page. */
  public static final Type LOCATION = new Type.Place(true);

  /** A page number or label. */
  public static final Type PAGE = new Type.Page();

  /** Bytes, from 0 up. */
  public static final Type SIZE = new Type.Whole(Dimension.SIZE, 0, Long.MAX_VALUE);

  /** A duration, from 0 up. */
  public static final Type DURATION = new Type.Whole(Dimension.DURATION, 0, Long.MAX_VALUE);

  /** {@code on} or {@code off}. */
  public static final Type SWITCH = new Type.Words("a switch", List.of("on", "off"));

  public static final Type TRUTH = new Type.Truth();

  public static final Type TEXT = new Type.Text();

  public static final Type ANY = new Type.Any();

  private Types() {}
}
