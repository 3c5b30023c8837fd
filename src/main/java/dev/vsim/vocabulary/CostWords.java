package dev.vsim.vocabulary;

import dev.vsim.machine.time.Cost;

/** What people say of prices: what each is paid for, and where its figure comes from. */
public final class CostWords {
  /**
   * What is said of a price.
   *
   * @param meaning what is paid for
   * @param source where the figure comes from
   */
  public record Said(String meaning, String source) {}

  private CostWords() {}

  /** What is said of a price. */
  public static Said of(Cost cost) {
    return switch (cost) {
      case TLB_HIT ->
          new Said(
              "one look-up in the TLB, whether it hits or not",
              "about four cycles at 4 GHz; Hennessy and Patterson, Computer Architecture, 6th ed., appendix B.4");
      case WALK_STEP ->
          new Said(
              "reading one page table entry during a walk",
              "a table entry that the caches hold, between L2 and L3; Bhargava et al., Accelerating"
                  + " Two-Dimensional Page Walks, ASPLOS 2008");
      case DRAM ->
          new Said(
              "the reference itself, once it is translated",
              "a load from main memory; Hennessy and Patterson, 6th ed., section 2.2");
      case FAULT_HANDLER ->
          new Said(
              "a kernel's or hypervisor's work on one page fault or EPT violation",
              "a minor fault takes 0.5 to 1 us on Linux; lmbench's lat_pagefault");
      case VM_EXIT ->
          new Said(
              "leaving the guest and entering it again",
              "with the state that is saved and loaded around it; kvm-unit-tests' vmexit");
      case SSD -> new Said("moving one page to or from an SSD", "a random 4K read of a SATA drive");
      case HDD ->
          new Said("moving one page to or from a disk", "seek and half a turn at 7,200 a minute");
      case CONTEXT_SWITCH ->
          new Said(
              "loading another process's tables on a processor",
              "lmbench's lat_ctx; Li, Ding and Shen, Quantifying the Cost of Context Switch, 2007");
      case TRAP ->
          new Said(
              "stopping a guest that runs without hardware help, and emulating an instruction",
              "2030 cycles at 3.8 GHz for an emulated rdtsc; Adams and Agesen, ASPLOS 2006, section 4");
      case TRANSLATE ->
          new Said(
              "what translated code does in place of a sensitive instruction",
              "216 cycles at 3.8 GHz for rdtsc in the translation cache; Adams and Agesen, section 4");
      case IPI ->
          new Said(
              "interrupting one other processor to drop a translation",
              "Villavieja et al., DiDi: Mitigating the Performance Impact of TLB Shootdowns, PACT 2011");
      case DEVICE_EMULATE ->
          new Said(
              "the hypervisor's work on one access to a register of an emulated device",
              "calibrated, so that an e1000 comes to the 300 Mbps that teaching quotes; Rizzo, Lettieri and"
                  + " Maffione, Speeding Up Packet I/O in Virtual Machines, ANCS 2013, on how rates follow exits");
      case GUEST_STACK ->
          new Said(
              "one pass of a guest's network stack: a packet, or a burst that its card cuts up",
              "sending one packet took FreeBSD's stack 950 ns; Rizzo, netmap, USENIX ATC 2012");
      case SWITCH_FRAME ->
          new Said(
              "one frame's way through a virtual switch",
              "about 2 million frames a second a core; Emmerich et al., Performance Characteristics of Virtual"
                  + " Switching, CloudNet 2014");
      case COPY ->
          new Said(
              "copying one byte of a frame",
              "10 GB/s, a core's memcpy out of its caches; McCalpin, STREAM");
      case MIGRATE_SWITCH ->
          new Said(
              "handing a stopped VM over to another host, beside the pages that are left",
              "left out; Clark et al., Live Migration of Virtual Machines, NSDI 2005, measured some 10 ms");
      case ROUND_TRIP ->
          new Said(
              "asking another host for a page, without the page itself",
              "a ping in one LAN; Hines, Deshpande and Gopalan, Post-Copy Live Migration, 2009, on what a fault costs");
    };
  }
}
