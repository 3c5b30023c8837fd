package dev.vsim.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An event that a trace shows only when asked (rules.md R3), perhaps as one of a group: {@code
 * trace < show steps >}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Hidden {
  /** The group's word, or empty where the event is shown by its own name only. */
  String group() default "";
}
