package dev.vsim.machine.cpu;

import java.util.BitSet;
import java.util.List;

/** On which cores a thread may run. */
public final class Affinity {
  /** On every one. */
  public static final Affinity ANY = new Affinity(null);

  private final BitSet cores;

  private Affinity(BitSet cores) {
    this.cores = cores;
  }

  /** On these only, of which there is at least one. */
  public static Affinity of(List<Integer> cores) {
    BitSet set = new BitSet();
    cores.forEach(set::set);
    return new Affinity(set);
  }

  public boolean allows(int core) {
    return cores == null || cores.get(core);
  }

  /** On how many of a host's cores. */
  public int count(int hostCores) {
    return cores == null ? hostCores : cores.get(0, hostCores).cardinality();
  }

  /** The highest core named, -1 where none is. */
  public int highest() {
    return cores == null ? -1 : cores.length() - 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Affinity affinity
        && (cores == null ? affinity.cores == null : cores.equals(affinity.cores));
  }

  @Override
  public int hashCode() {
    return cores == null ? 0 : cores.hashCode();
  }
}
