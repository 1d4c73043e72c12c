package dev.interlock.fixes;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;

/** The families of fixes that a user can ask for. */
enum Family {
  DEFAULT,
  ATOMIC,
  MUTEX;

  /** What tells Error Prone about the choice. */
  ImmutableList<String> flags() {
    return this == DEFAULT
        ? ImmutableList.of()
        : ImmutableList.of("-XepOpt:Interlock:Fix=" + Ascii.toLowerCase(name()));
  }
}
