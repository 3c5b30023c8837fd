package dev.vsim.machine.device;

import dev.vsim.event.DeviceEvent.Stray;
import dev.vsim.event.Op;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.Optional;
import java.util.function.Function;

/**
 * A physical device that a VM has to itself: the VM's own driver tells it where to read and write.
 */
public final class Device implements Subject {
  /** What became of a transfer. */
  public enum Transfer {
    DONE,
    /** The IOMMU stopped it, and said so. */
    STOPPED,
    /** Without an IOMMU: nothing answers at that address. */
    UNANSWERED
  }

  private final String owner;
  private final DeviceSettings settings;
  private final Iommu iommu;
  private final long[] strays = new long[Stray.values().length];
  private Domain domain;
  private long transfers;
  private long interrupts;

  /**
   * @param owner the path of its VM
   */
  public Device(String owner, DeviceSettings settings, Iommu iommu) {
    this.owner = owner;
    this.settings = settings;
    this.iommu = iommu;
  }

  @Override
  public String kind() {
    return "device";
  }

  @Override
  public String path() {
    return owner + "." + settings.name();
  }

  /** By which the host knows it. */
  public String name() {
    return settings.name();
  }

  /** The path of the VM that has it. */
  public String owner() {
    return owner;
  }

  public DeviceSettings settings() {
    return settings;
  }

  /** What stands between it and memory. */
  public Iommu iommu() {
    return iommu;
  }

  /** What it reaches through the IOMMU; nothing while its VM is off, or where there is none. */
  public Optional<Domain> domain() {
    return Optional.ofNullable(domain);
  }

  /** How many transfers have reached memory. */
  public long transfers() {
    return transfers;
  }

  /** How many of its interrupts have arrived. */
  public long interrupts() {
    return interrupts;
  }

  /** How often it was stopped for a reason. */
  public long strays(Stray reason) {
    return strays[reason.ordinal()];
  }

  /** How often it was stopped. */
  public long strays() {
    long all = 0;
    for (long one : strays) {
      all += one;
    }
    return all;
  }

  /** Its VM runs and has it, and all of the VM's memory is behind the domain. */
  void enter(Domain own) {
    domain = own;
  }

  /** Its VM is off. */
  void leave() {
    domain().ifPresent(Domain::release);
    domain = null;
  }

  /**
   * Writes into memory.
   *
   * @param address as its driver gives it, 64 bits without a sign
   * @param value what the bytes are to people
   */
  public Transfer write(long address, byte[] bytes, Value value) {
    return move(Op.WRITE, address, bytes, given -> value);
  }

  /**
   * Reads out of memory.
   *
   * @param shown what bytes that were read are to people
   */
  public Transfer read(long address, int count, Function<byte[], Value> shown) {
    return move(Op.READ, address, new byte[count], shown);
  }

  /** A request never crosses a page's end (PCI Express, 2.2.7). */
  private Transfer move(Op op, long address, byte[] bytes, Function<byte[], Value> shown) {
    int done = 0;
    while (done < bytes.length) {
      int count = Math.min(bytes.length - done, iommu.restOfPage(address + done));
      Optional<Function<byte[], Value>> told =
          count == bytes.length ? Optional.of(shown) : Optional.empty();
      Transfer result = iommu.move(this, op, address + done, new Piece(bytes, done, count), told);
      if (result != Transfer.DONE) {
        return result;
      }
      transfers++;
      done += count;
    }
    return Transfer.DONE;
  }

  /** A part of what is moved, in one page. */
  static final class Piece {
    final byte[] bytes;
    final int from;
    final int count;

    Piece(byte[] bytes, int from, int count) {
      this.bytes = bytes;
      this.from = from;
      this.count = count;
    }
  }

  /**
   * Whether an interrupt of the device arrives; tells if it is stopped.
   *
   * @param own whether it is for the device's own VM
   */
  public boolean raise(int vector, boolean own) {
    boolean arrives = !iommu.settings().remaps() || own && settings.vectors().contains(vector);
    if (arrives) {
      interrupts++;
    } else {
      iommu.stop(this, vector);
    }
    return arrives;
  }

  void count(Stray reason) {
    strays[reason.ordinal()]++;
  }
}
