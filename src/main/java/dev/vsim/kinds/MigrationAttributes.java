package dev.vsim.kinds;

import dev.vsim.event.EventField;
import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be read of a VM's last migration; all of it is none where there was none. */
final class MigrationAttributes {
  private MigrationAttributes() {}

  static Attribute all() {
    return Attribute.group(
        "migration",
        "The last migration of this VM; its parts are none where there was none.",
        List.of(
            part("method", "precopy, postcopy or cold.", r -> new Value.Word(r.method().word())),
            part("rounds", "Rounds of pre-copy.", r -> new Value.Whole(r.rounds().size())),
            part("pages", "Pages sent, some more than once.", r -> new Value.Whole(r.pages())),
            part(
                "bytes",
                "Bytes of the pages that were sent.",
                r -> new Value.Whole(r.bytes(), Dimension.SIZE)),
            part(
                "left",
                "Pages that were left when it was stopped.",
                r -> new Value.Whole(r.left())),
            part(
                "reason",
                "Why it was stopped: threshold, max-rounds, downtime-limit or postcopy.",
                r -> word(r.reason().map(EventField::word))),
            part(
                "downtime",
                "How long it stood.",
                r -> new Value.Whole(r.downtime(), Dimension.DURATION)),
            part(
                "total",
                "From the first page to the last.",
                r -> new Value.Whole(r.total(), Dimension.DURATION)),
            part(
                "remote-faults",
                "How often it referred to a page that was still where it came from.",
                r -> new Value.Whole(r.remoteFaults())),
            part("failure", "Why it came to nothing, if it did.", r -> word(r.failure()))));
  }

  private static Attribute part(String name, String doc, Function<MigrationReport, Value> read) {
    return Attribute.of(name, doc, s -> ((Vm) s).migration().map(read).orElse(Value.None.NONE));
  }

  private static Value word(Optional<String> word) {
    return word.<Value>map(Value.Word::new).orElse(Value.None.NONE);
  }
}
