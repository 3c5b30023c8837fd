package dev.vsim.machine.paging;

import dev.vsim.event.Op;
import java.util.Locale;

/**
 * What a region, a page table entry or an EPT entry permits. An x86 page table has the first four
 * only (SDM 3A 4.6); the bits of an EPT entry can say them all.
 */
public enum Rights {
  R(true, false, false),
  RW(true, true, false),
  RX(true, false, true),
  RWX(true, true, true),
  /** Execute-only, where the processor offers it. */
  X(false, false, true),
  /** Write without read, which no processor takes: an EPT misconfiguration (SDM 3C 28.3.3.1). */
  W(false, true, false),
  /** The same. */
  WX(false, true, true);

  private final boolean read;
  private final boolean write;
  private final boolean execute;

  Rights(boolean read, boolean write, boolean execute) {
    this.read = read;
    this.write = write;
    this.execute = execute;
  }

  public boolean allows(Op op) {
    return switch (op) {
      case READ -> read;
      case WRITE -> write;
      case EXECUTE -> execute;
    };
  }

  /** These and one more; the right to write brings the right to read. */
  public Rights with(Op op) {
    boolean writes = write || op == Op.WRITE;
    return of(writes || read || op == Op.READ, writes, execute || op == Op.EXECUTE);
  }

  /** The word of the language: {@code rw}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rights of an entry that permits these operations, as bits by operation. */
  public static Rights ofGrants(int grants) {
    return of(
        (grants & 1 << Op.READ.ordinal()) != 0,
        (grants & 1 << Op.WRITE.ordinal()) != 0,
        (grants & 1 << Op.EXECUTE.ordinal()) != 0);
  }

  /** The rights of an entry that permits anything at all. */
  public static Rights of(boolean read, boolean write, boolean execute) {
    if (write) {
      return read ? execute ? RWX : RW : execute ? WX : W;
    } else if (read) {
      return execute ? RX : R;
    }
    return X;
  }
}
