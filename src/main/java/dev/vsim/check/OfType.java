package dev.vsim.check;

import dev.vsim.value.Dimension;
import dev.vsim.value.Type;

/** What is known of a value from the type that its slot or attribute declares. */
final class OfType implements Type.Visitor<StaticType> {
  @Override
  public StaticType whole(Type.Whole type) {
    return StaticType.whole(type.dimension());
  }

  @Override
  public StaticType real(Type.Real type) {
    return StaticType.real(type.dimension());
  }

  @Override
  public StaticType truth(Type.Truth type) {
    return StaticType.TRUTH;
  }

  @Override
  public StaticType words(Type.Words type) {
    return StaticType.TEXT;
  }

  /** A text may stand for one of them. */
  @Override
  public StaticType strategy(Type.Strategy type) {
    return StaticType.ANY;
  }

  @Override
  public StaticType newName(Type.NewName type) {
    return StaticType.TEXT;
  }

  @Override
  public StaticType newNames(Type.NewNames type) {
    return StaticType.TEXT;
  }

  @Override
  public StaticType place(Type.Place type) {
    return StaticType.whole(Dimension.ADDRESS);
  }

  @Override
  public StaticType cell(Type.Cell type) {
    return StaticType.ANY;
  }

  @Override
  public StaticType page(Type.Page type) {
    return StaticType.whole(Dimension.ADDRESS);
  }

  @Override
  public StaticType text(Type.Text type) {
    return StaticType.TEXT;
  }

  @Override
  public StaticType ofKind(Type.OfKind type) {
    return type.kinds().size() == 1 ? StaticType.thing(type.kinds().get(0)) : StaticType.ANY;
  }

  @Override
  public StaticType listOf(Type.ListOf type) {
    return StaticType.LIST;
  }

  @Override
  public StaticType mapOf(Type.MapOf type) {
    return StaticType.MAP;
  }

  @Override
  public StaticType netAddress(Type.NetAddress type) {
    return StaticType.of(StaticType.Sort.NET);
  }

  @Override
  public StaticType either(Type.Either type) {
    return StaticType.ANY;
  }

  @Override
  public StaticType any(Type.Any type) {
    return StaticType.ANY;
  }
}
