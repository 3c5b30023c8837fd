package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.machine.memory.ReplayResult;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.References;
import dev.vsim.vocabulary.Setting;
import java.util.List;
import java.util.Optional;

/** {@code replay "ls.lackey.gz" < format lackey >}: makes the references of a recorded trace. */
public final class Replay extends ForProcess {
  private static final Slot FILE = Slot.of("file", Types.TEXT);
  private static final Slot FORMAT =
      Slot.of(
          "format",
          Type.Words.of("a trace format", "lackey", "text", "din", "oraclegeneral", "u32"));
  private static final Slot LIMIT =
      Slot.of("references", new Type.Whole(Dimension.COUNT, 1, Long.MAX_VALUE));
  private static final Slot STRADDLE =
      Slot.of("straddle", Type.Words.of("a way to count", "both", "first"));
  private static final Slot TRACE = Slot.of("trace", Types.SWITCH);
  private static final Signature FORMAT_OPTION =
      Signature.of("format")
          .required(FORMAT)
          .doc("What the file holds; found out where it is not said.");
  private static final Signature LIMIT_OPTION =
      Signature.of("limit").required(LIMIT).doc("How many references at most.");
  private static final Signature STRADDLE_OPTION =
      Signature.of("straddle")
          .required(STRADDLE)
          .fallback("both")
          .doc(
              "Whether an access that crosses a page end refers to both pages, or to its first byte's only.");
  private static final Signature TRACE_OPTION =
      Signature.of("trace")
          .required(TRACE)
          .fallback("off")
          .doc("Whether its references make events.");
  private static final Signature SIGNATURE =
      Signature.of("replay")
          .on("process")
          .required(FILE)
          .options(FORMAT_OPTION, LIMIT_OPTION, STRADDLE_OPTION, TRACE_OPTION)
          .doc(
              "Makes every reference of a recorded trace, gzip or zstd packed or plain; ends with replay-end.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public boolean onlyRefers() {
    return true;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    References.Request request =
        new References.Request(
            given.option(FORMAT_OPTION).map(o -> o.word(FORMAT)),
            given.option(LIMIT_OPTION).map(o -> o.number(LIMIT)).orElse(Long.MAX_VALUE),
            given.option(STRADDLE_OPTION).map(o -> o.word(STRADDLE).equals("both")).orElse(true),
            process.kernel().settings().paging().pageSize());
    References.Opened opened = setting.references(given.source()).open(given.text(FILE), request);
    if (opened instanceof References.Opened.Refused refused) {
      return wrong(refused.why());
    }
    boolean traced = given.option(TRACE_OPTION).map(o -> o.isOn(TRACE)).orElse(false);
    try (References.Recorded trace = ((References.Opened.Ready) opened).trace()) {
      return replay(process, trace, traced);
    }
  }

  private static Outcome replay(Process process, References.Recorded trace, boolean traced) {
    ReferenceSource source = trace.references();
    long before = ReplayStory.pages(process);
    ReplayResult result = traced ? process.replayTraced(source) : process.replay(source);
    Optional<References.Trouble> trouble = trace.trouble();
    return trouble.isPresent()
        ? wrong(trouble.get())
        : new Outcome.Shown(List.of(ReplayStory.of(result, ReplayStory.pages(process) - before)));
  }

  private static Outcome wrong(References.Trouble trouble) {
    return new Outcome.Wrong(trouble.problem(), Optional.of(FILE), trouble.details());
  }
}
