package dev.vsim.exec;

import dev.vsim.check.ListMethod;
import dev.vsim.check.MapMethod;
import dev.vsim.check.Method;
import dev.vsim.check.TextMethod;
import dev.vsim.source.NameProblem;
import dev.vsim.source.TypeProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Slot;
import dev.vsim.value.Sorts;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code list.push(1)}, {@code disk0.text(0, 4)}: what is called of a value. */
final class MethodCall extends ExprNode {
  private final ExprNode of;
  private final String name;
  private final List<ExprNode> arguments;
  private final Context context;
  private final Optional<ListMethod> ofList;
  private final Optional<MapMethod> ofMap;
  private final Optional<TextMethod> ofText;
  private final ListCalls lists;
  private final MapCalls maps;
  private final TextCalls texts;

  MethodCall(At at, ExprNode of, String name, List<ExprNode> arguments, Context context) {
    super(at);
    int count = arguments.size();
    this.of = of;
    this.name = name;
    this.arguments = arguments;
    this.context = context;
    this.ofList = ListMethod.named(name).filter(m -> m.form().takes(count));
    this.ofMap = MapMethod.named(name).filter(m -> m.form().takes(count));
    this.ofText = TextMethod.named(name).filter(m -> m.form().takes(count));
    this.lists = new ListCalls(this, context.meter());
    this.maps = new MapCalls(this, context.meter());
    this.texts = new TextCalls(this, context.meter());
  }

  @Override
  boolean calls() {
    return of.calls() || arguments.stream().anyMatch(ExprNode::calls);
  }

  @Override
  Value value(Frame frame) {
    Value result = perform(frame);
    if (result == null) {
      throw stop(TypeProblem.NO_VALUE, name);
    }
    return result;
  }

  /** Runs it; null where it gives nothing back. */
  Value perform(Frame frame) {
    Value owner = of.value(frame);
    List<Value> given = new ArrayList<>(arguments.size());
    for (ExprNode argument : arguments) {
      given.add(argument.value(frame));
    }
    if (owner instanceof Value.Entries entries && ofMap.isPresent()) {
      return maps.call(ofMap.get(), entries.entries(), given);
    } else if (owner instanceof Value.Items items && ofList.isPresent()) {
      return lists.call(ofList.get(), items.items(), given);
    } else if (owner instanceof Value.Text text && ofText.isPresent()) {
      return texts.call(ofText.get(), text.text(), given);
    } else if (owner instanceof Value.Thing thing) {
      return called(thing, given);
    }
    throw unknown(owner);
  }

  /** There is no such method, or it takes another number of values. */
  private Stopped unknown(Value owner) {
    Optional<Method> form = Optional.empty();
    if (owner instanceof Value.Items) {
      form = ListMethod.named(name).map(ListMethod::form);
    } else if (owner instanceof Value.Entries) {
      form = MapMethod.named(name).map(MapMethod::form);
    } else if (owner instanceof Value.Text) {
      form = TextMethod.named(name).map(TextMethod::form);
    }
    return form.map(f -> stop(TypeProblem.WRONG_COUNT, name, f.count(), arguments.size()))
        .orElseGet(() -> stop(NameProblem.UNKNOWN_METHOD, Sorts.prose(owner), name, ""));
  }

  private Value called(Value.Thing thing, List<Value> given) {
    Attribute attribute =
        context
            .vocabulary()
            .kind(thing.kind())
            .flatMap(k -> k.attribute(name))
            .filter(a -> a.access() instanceof Attribute.Access.Called)
            .orElseThrow(() -> stop(NameProblem.UNKNOWN_METHOD, "a " + thing.kind(), name, ""));
    Attribute.Access.Called access = (Attribute.Access.Called) attribute.access();
    if (given.size() != access.parameters().size()) {
      throw stop(
          TypeProblem.WRONG_COUNT, name, access.parameters().size() + " values", given.size());
    }
    for (int i = 0; i < given.size(); i++) {
      fit(access.parameters().get(i), arguments.get(i), given.get(i));
    }
    return OfWorld.placed(access.read().apply(thing.subject(), given), thing);
  }

  private static void fit(Slot slot, ExprNode at, Value value) {
    Optional<Type.Misfit> misfit = slot.type().misfit(value);
    if (misfit.isPresent()) {
      throw at.stop(TypeProblem.WRONG_SORT, slot.type().prose(), Sorts.prose(value));
    }
  }
}
