package dev.vsim.machine.time;

import java.util.Locale;

/**
 * The prices of the machine's work: every duration in a trace is counted work times one of these.
 */
public enum Cost {
  TLB_HIT(
      1_000,
      "one look-up in the TLB, whether it hits or not",
      "about four cycles at 4 GHz; Hennessy and Patterson, Computer Architecture, 6th ed., appendix B.4"),
  WALK_STEP(
      20_000,
      "reading one page table entry during a walk",
      "a table entry that the caches hold, between L2 and L3; Bhargava et al., Accelerating"
          + " Two-Dimensional Page Walks, ASPLOS 2008"),
  DRAM(
      100_000,
      "the reference itself, once it is translated",
      "a load from main memory; Hennessy and Patterson, 6th ed., section 2.2"),
  FAULT_HANDLER(
      1_000_000,
      "a kernel's or hypervisor's work on one page fault or EPT violation",
      "a minor fault takes 0.5 to 1 us on Linux; lmbench's lat_pagefault"),
  VM_EXIT(
      1_200_000,
      "leaving the guest and entering it again",
      "with the state that is saved and loaded around it; kvm-unit-tests' vmexit"),
  SSD(100_000_000, "moving one page to or from an SSD", "a random 4K read of a SATA drive"),
  HDD(
      10_000_000_000L,
      "moving one page to or from a disk",
      "seek and half a turn at 7,200 a minute"),
  CONTEXT_SWITCH(
      2_000_000,
      "loading another process's tables on a processor",
      "lmbench's lat_ctx; Li, Ding and Shen, Quantifying the Cost of Context Switch, 2007"),
  TRAP(
      534_000,
      "stopping a guest that runs without hardware help, and emulating an instruction",
      "2030 cycles at 3.8 GHz for an emulated rdtsc; Adams and Agesen, ASPLOS 2006, section 4"),
  TRANSLATE(
      57_000,
      "what translated code does in place of a sensitive instruction",
      "216 cycles at 3.8 GHz for rdtsc in the translation cache; Adams and Agesen, section 4"),
  IPI(
      1_000_000,
      "interrupting one other processor to drop a translation",
      "Villavieja et al., DiDi: Mitigating the Performance Impact of TLB Shootdowns, PACT 2011"),
  DEVICE_EMULATE(
      4_300_000,
      "the hypervisor's work on one access to a register of an emulated device",
      "calibrated, so that an e1000 comes to the 300 Mbps that teaching quotes; Rizzo, Lettieri and"
          + " Maffione, Speeding Up Packet I/O in Virtual Machines, ANCS 2013, on how rates follow exits"),
  GUEST_STACK(
      1_000_000,
      "one pass of a guest's network stack: a packet, or a burst that its card cuts up",
      "sending one packet took FreeBSD's stack 950 ns; Rizzo, netmap, USENIX ATC 2012"),
  SWITCH_FRAME(
      500_000,
      "one frame's way through a virtual switch",
      "about 2 million frames a second a core; Emmerich et al., Performance Characteristics of Virtual"
          + " Switching, CloudNet 2014"),
  COPY(
      100,
      "copying one byte of a frame",
      "10 GB/s, a core's memcpy out of its caches; McCalpin, STREAM"),
  MIGRATE_SWITCH(
      0,
      "handing a stopped VM over to another host, beside the pages that are left",
      "left out; Clark et al., Live Migration of Virtual Machines, NSDI 2005, measured some 10 ms"),
  ROUND_TRIP(
      100_000_000,
      "asking another host for a page, without the page itself",
      "a ping in one LAN; Hines, Deshpande and Gopalan, Post-Copy Live Migration, 2009, on what a fault costs");

  private final long picoseconds;
  private final String meaning;
  private final String source;

  Cost(long picoseconds, String meaning, String source) {
    this.picoseconds = picoseconds;
    this.meaning = meaning;
    this.source = source;
  }

  /** What it is unless a host or VM says otherwise, in picoseconds. */
  public long picoseconds() {
    return picoseconds;
  }

  /** What is paid for. */
  public String meaning() {
    return meaning;
  }

  /** Where the figure comes from. */
  public String source() {
    return source;
  }

  /** Its name in the language: {@code fault-handler}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
