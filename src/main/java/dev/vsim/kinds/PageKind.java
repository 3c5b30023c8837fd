package dev.vsim.kinds;

import dev.vsim.machine.memory.PageState;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** A page of a process: what its entry says, and what the kernel knows of it. */
public final class PageKind implements Kind {
  private static final Signature SIGNATURE = Signature.of("page").doc("A page of a process.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public List<String> owners() {
    return List.of("process");
  }

  @Override
  public boolean declarable() {
    return false;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        Attribute.of(
                "number",
                "Its number.",
                s -> new Value.Whole(((PageOf) s).number(), Dimension.ADDRESS))
            .gives(Types.ADDRESS),
        Attribute.of("process", "Whose page it is.", s -> process((PageOf) s))
            .gives(new Type.OfKind("process")),
        bit("valid", "Whether the process may use it at all.", PageState::valid),
        bit("present", "Whether it has a frame.", PageState::present),
        bit(
            "dirty",
            "Whether it was written since it was loaded or swapped out.",
            PageState::dirty),
        bit(
            "referenced",
            "The kernel's copy of R, by which policies decide.",
            PageState::referenced),
        bit("accessed", "The A bit of its entry.", PageState::accessed),
        Attribute.of(
            "frame",
            "Its frame's number, or none.",
            s -> number(state(s).frame(), Dimension.ADDRESS)),
        Attribute.of(
            "slot",
            "The swap slot that holds a copy of it, or none.",
            s -> number(state(s).slot(), Dimension.COUNT)),
        Attribute.of(
                "sharers",
                "How many processes have its frame: more than one since a fork; 0 without a frame.",
                s -> new Value.Whole(((PageOf) s).sharers()))
            .gives(Types.COUNT),
        Attribute.of(
                "entry",
                "Its table entry as a word.",
                s -> new Value.Whole(state(s).entry(), Dimension.ADDRESS))
            .gives(Types.ADDRESS));
  }

  private static Value process(PageOf page) {
    return new Value.Thing("process", page.process());
  }

  private static PageState state(Subject subject) {
    return ((PageOf) subject).state();
  }

  private static Attribute bit(String name, String doc, Predicate<PageState> read) {
    return Attribute.of(name, doc, s -> Value.Truth.of(read.test(state(s)))).gives(Types.TRUTH);
  }

  private static Value number(OptionalInt number, Dimension dimension) {
    return number.isPresent() ? new Value.Whole(number.getAsInt(), dimension) : Value.None.NONE;
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("pages are not declared");
  }
}
