package dev.vsim.kinds;

import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Subject;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;

/** A frame, as a {@code policy} sees it: what a kernel knows of its page, and a note. */
public final class FrameKind implements Kind {
  private static final Signature SIGNATURE =
      Signature.of("frame").doc("A frame of a set, as a `policy` of a scenario sees it.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public List<String> owners() {
    return List.of();
  }

  @Override
  public boolean declarable() {
    return false;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        Attribute.of("page", "The page in it; none once that has left the set.", s -> of(s).page()),
        Attribute.written(
            "referenced",
            "Whether the page was referred to since this was last cleared; may be written.",
            s -> Value.Truth.of(of(s).referenced()),
            Types.TRUTH,
            (s, value) -> of(s).referenced(value == Value.Truth.TRUE)),
        Attribute.written(
            "dirty",
            "Whether the page must be written before it goes; may be written, and what was stored in"
                + " the page is lost with it where it is cleared.",
            s -> Value.Truth.of(of(s).dirty()),
            Types.TRUTH,
            (s, value) -> of(s).dirty(value == Value.Truth.TRUE)),
        Attribute.of(
                "number",
                "Its number among the frames of the kernel.",
                s -> new Value.Whole(of(s).number(), Dimension.ADDRESS))
            .gives(Types.ADDRESS),
        Attribute.written(
            "tag",
            "Whatever the policy notes of the page; none at its load, may be written.",
            s -> of(s).tag(),
            Types.ANY,
            (s, value) -> of(s).tag(value)));
  }

  private static FrameOf of(Subject subject) {
    return (FrameOf) subject;
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("frames are not declared");
  }
}
