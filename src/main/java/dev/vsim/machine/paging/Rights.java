package dev.vsim.machine.paging;

import dev.vsim.event.Op;
import java.util.Locale;

/** What a region, a page table entry or an EPT entry permits. Write without read does not exist. */
public enum Rights {
  R(true, false, false),
  RW(true, true, false),
  RX(true, false, true),
  RWX(true, true, true),
  /** Execute-only: an EPT entry may say so, an x86 page table entry cannot (SDM 3A 4.6). */
  X(false, false, true);

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

  /** The rights of an entry that permits anything at all. */
  static Rights of(boolean read, boolean write, boolean execute) {
    if (!read) {
      return X;
    } else if (write) {
      return execute ? RWX : RW;
    }
    return execute ? RX : R;
  }
}
