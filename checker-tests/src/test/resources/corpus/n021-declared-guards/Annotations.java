package com.oakbank.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The house annotations for shared classes. They are kept in the class files, where tools see
 * them, and not at run time.
 */
public final class Annotations {
  private Annotations() {}

  /** May be used by many threads without further ado. */
  @Documented
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  public @interface ThreadSafe {}

  /** Of one thread, or of whoever locks around it. */
  @Documented
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  public @interface NotThreadSafe {}

  /** The lock that must be held for the field or method. */
  @Documented
  @Target({ElementType.FIELD, ElementType.METHOD})
  @Retention(RetentionPolicy.CLASS)
  public @interface GuardedBy {
    String value();
  }

  /** For classes whose instances never change. */
  @Documented
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  public @interface Immutable {}
}
