package dev.vsim.machine;

import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Region;
import dev.vsim.machine.paging.PagingForm;
import java.util.List;

/** A machine with one host of some paging form, and what it tells. */
public final class OneHost {
  private static final long LIMIT = 1L << 30;

  private final Told told;
  private final Machine machine;
  private final Host host;

  private OneHost(Told told, KernelSettings kernel) {
    this.told = told;
    this.machine = new Machine(told, LIMIT, 0);
    this.host = machine.declareHost("host", HostSettings.DEFAULT.withKernel(kernel));
  }

  /** A host of which everything is told. */
  public static OneHost of(KernelSettings kernel) {
    return new OneHost(Told.everything(), kernel);
  }

  /** A host of which nothing is told. */
  public static OneHost silent(KernelSettings kernel) {
    return new OneHost(Told.nothing(), kernel);
  }

  /** A host's settings with this form and so many frames. */
  public static KernelSettings kernel(PagingForm form, long frames) {
    return KernelSettings.HOST.withPaging(form).withMemory(frames << form.offsetBits());
  }

  public Machine machine() {
    return machine;
  }

  public Host host() {
    return host;
  }

  public Process init() {
    return host.init();
  }

  /** A process with one region. */
  public Process process(String name, Region region) {
    return machine.declareProcess(name, host, ProcessSettings.PLAIN.withRegions(List.of(region)));
  }

  /** What was told since the last call. */
  public List<String> lines() {
    return told.lines();
  }

  /** What was told of one kind since the last call. */
  public List<String> lines(String kind) {
    return told.lines().stream().filter(l -> l.startsWith(kind + " ")).toList();
  }

  /** The value of a field in a line, or nothing. */
  public static String field(String line, String name) {
    String[] words = line.split(" ", -1);
    for (int i = 2; i + 1 < words.length; i += 2) {
      if (words[i].equals(name)) {
        return words[i + 1];
      }
    }
    return "";
  }
}
