package dev.vsim.commands.looking;

import static java.util.stream.Collectors.joining;

import dev.vsim.machine.memory.FrameTable;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Table;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;

/** {@code show frames}, {@code show frames linux}: whose page is in which frame. */
public final class ShowFrames implements Command {
  private static final Slot OWNER = Slot.of("of", Looking.OWNER);
  private static final Signature SIGNATURE =
      Signature.of("show")
          .on("process")
          .fixed("frames")
          .optional(OWNER)
          .doc("Draws the frames in use of a host's or VM's memory, and how many are free.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Kernel kernel = Looking.kernel(given, OWNER);
    FrameTable frames = kernel.frames();
    String side =
        frames.free()
            + " of "
            + frames.total()
            + " free, "
            + kernel.region().used()
            + " of the kernel above";
    Table table = new Table("frames of " + kernel.subject().path(), side, "Frame", "Owner", "Page");
    for (int frame = frames.next(0); frame >= 0; frame = frames.next(frame + 1)) {
      Subject owner = kernel.owner(frame);
      table.row(
          Printed.hex(frame),
          kernel.owners(frame).stream().map(Subject::path).collect(joining(", ")),
          content(kernel, owner, frame));
    }
    return new Outcome.Shown(table.lines());
  }

  private static String content(Kernel kernel, Subject owner, int frame) {
    if (kernel.frames().isTable(frame)) {
      return "page table";
    }
    List<Integer> guests = kernel.guestFramesIn(frame);
    return guests.isEmpty()
        ? Looking.page(owner, kernel.pageIn(frame))
        : guests.stream().distinct().map(ShowFrames::address).collect(joining(", "));
  }

  private static String address(int guestFrame) {
    return "GPA " + Printed.hex((long) guestFrame << PagingForm.EPT.offsetBits());
  }
}
