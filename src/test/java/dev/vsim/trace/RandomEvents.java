package dev.vsim.trace;

import dev.vsim.event.As;
import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.Format;
import dev.vsim.event.Named;
import dev.vsim.event.Sometimes;
import dev.vsim.value.Dimension;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes events of every kind by their records' components, from a fixed seed. */
final class RandomEvents {
  private static final List<Subject> SUBJECTS =
      List.of(
          new Actor("linux.init"),
          Actor.lettered("host.init"),
          new Actor("linux.vcpu0"),
          new Actor("node[3].init"),
          new Actor("리눅스.init"),
          new Actor("strange", Map.of(7L, "a\nexpect evict host.init")));

  private static final List<String> TEXTS =
      List.of(
          "boot",
          "",
          "two words",
          "a\"b\\c$d",
          "line\nexpect evict host.init page 0x1",
          "*/ \u202Eevil\u202C \u001b[31mred",
          "한글 🙂 \u2028 \r\t",
          "# no comment",
          "0x10",
          "_",
          "?",
          "a..b");

  private static final List<String> NAMES =
      List.of("ended", "same-host", "1", "uplink", "clean copy", "x\ny", "nat0", "_", "?", "none");

  private static final long[] EDGES = {
    0, 1, -1, 9, 10, 15, 16, 4096, 999_999_999, 1_000_000_000, Long.MAX_VALUE, Long.MIN_VALUE + 1
  };

  private final SplittableRandom random;

  RandomEvents(long seed) {
    random = new SplittableRandom(seed);
  }

  Event any() {
    List<EventKind> all = EventKind.all();
    return of(all.get(random.nextInt(all.size())));
  }

  Event of(EventKind kind) {
    RecordComponent[] components = kind.record().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      boolean absent = components[i].isAnnotationPresent(Sometimes.class) && random.nextBoolean();
      values[i] = absent ? absent(components[i].getType()) : value(components[i]);
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<? extends Event> constructor = kind.record().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(kind.name(), e);
    }
  }

  private Object absent(Class<?> type) {
    if (type == long.class) {
      return Event.ABSENT;
    }
    return type == boolean.class ? false : null;
  }

  private Object value(RecordComponent component) {
    Class<?> type = component.getType();
    if (component.isAnnotationPresent(Named.class)) {
      List<String> names = new ArrayList<>(List.of(component.getAnnotation(Named.class).value()));
      names.addAll(List.of("1", "0x88b5"));
      return pick(names);
    } else if (type == long.class) {
      // A rate prints in Mbps with three decimals, which rounds the longest of all out of 64 bits.
      return isRate(component) ? number() / 1000 : number();
    } else if (type == int.class) {
      return (int) number();
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type.isEnum()) {
      return pick(List.of(type.getEnumConstants()));
    } else if (type == String.class) {
      return pick(NAMES);
    }
    return Value.class.isAssignableFrom(type) ? literal(type) : pick(SUBJECTS);
  }

  private static boolean isRate(RecordComponent component) {
    As as = component.getAnnotation(As.class);
    return as != null && as.value() == Format.RATE;
  }

  /** A literal of the type: any, or an address of one sort. */
  private Value literal(Class<?> type) {
    Value made = literal();
    while (!type.isInstance(made)) {
      made = literal();
    }
    return made;
  }

  private long number() {
    return switch (random.nextInt(4)) {
      case 0 -> EDGES[random.nextInt(EDGES.length)];
      case 1 -> random.nextInt(8);
      case 2 -> random.nextLong(1L << 48);
      default -> Math.max(random.nextLong(), Long.MIN_VALUE + 1);
    };
  }

  private Value literal() {
    return switch (random.nextInt(9)) {
      case 0 -> new Value.Text(pick(TEXTS));
      case 1 -> new Value.Whole(number(), pick(List.of(Dimension.values())));
      case 2 -> new Value.Real(random.nextInt(1_000_000) / 997.0, Dimension.COUNT);
      case 3 -> new Value.Mac(random.nextLong(1L << 48));
      case 4 -> new Value.Ip(random.nextInt());
      case 5 -> new Value.Endpoint(random.nextInt(), random.nextInt(65_536));
      case 6 -> new Value.Network(random.nextInt(), random.nextInt(33));
      case 7 -> Value.Truth.of(random.nextBoolean());
      default -> new Value.Word("lru");
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
