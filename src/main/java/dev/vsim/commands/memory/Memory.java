package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.Process;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.HexFormat;
import java.util.OptionalInt;

/** {@code memory 108 = "83fe7f7f"}: what a textbook's memory dump says is in a frame. */
public final class Memory extends ForProcess {
  private static final Slot FRAME =
      Slot.of("frame", new Type.Whole(Dimension.COUNT, 0, Integer.MAX_VALUE));
  private static final Slot BYTES = Slot.of("bytes", Types.TEXT);
  private static final Signature SIGNATURE =
      Signature.of("memory")
          .on("process")
          .required(FRAME)
          .assigned(BYTES)
          .doc(
              "Puts bytes, written in hex, into a frame of physical memory and those behind it; page tables that lie"
                  + " there (`page-tables inside`) say what they then say.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    Kernel kernel = process.kernel();
    String digits = given.text(BYTES).replaceAll("\\s", "");
    if (!digits.matches("([0-9a-fA-F]{2})+")) {
      return Outcome.wrongAt(
          BYTES,
          ActionProblem.UNUSABLE_VALUE,
          "bytes are written as pairs of hex digits",
          "write `\"1b 7f\"` for the bytes 0x1b and 0x7f");
    }
    byte[] bytes = HexFormat.of().parseHex(digits);
    int pageSize = kernel.settings().paging().pageSize();
    long frame = given.number(FRAME);
    long frames = (bytes.length + pageSize - 1L) / pageSize;
    if (frame + frames > kernel.frames().total()) {
      return outside(kernel, frame, frames);
    }
    return taken(kernel.load((int) frame, bytes));
  }

  private static Outcome outside(Kernel kernel, long frame, long frames) {
    return Outcome.wrongAt(
        frame < kernel.frames().total() ? BYTES : FRAME,
        ActionProblem.UNUSABLE_VALUE,
        (frames == 1
                ? "frame " + Printed.hex(frame) + " lies"
                : frames + " frames from " + Printed.hex(frame) + " on lie")
            + " outside the memory of "
            + kernel.subject().path(),
        "its last frame is " + Printed.hex(kernel.frames().total() - 1));
  }

  private static Outcome taken(OptionalInt trouble) {
    return trouble.isEmpty()
        ? Outcome.DONE
        : Outcome.wrongAt(
            BYTES,
            ActionProblem.UNUSABLE_VALUE,
            "a page table then points to frame "
                + Printed.hex(trouble.getAsInt())
                + ", which serves something else or is not there",
            "each frame serves one page or table");
  }
}
