package dev.vsim.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The kinds of object that can be this event's subject; a pattern may also name what holds such an
 * object.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface About {
  /** Kind names: {@code process}, {@code vcpu}, {@code vm}, {@code host}. */
  String[] value();
}
