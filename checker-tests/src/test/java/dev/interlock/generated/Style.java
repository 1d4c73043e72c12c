package dev.interlock.generated;

/** Ways to write a program down that do not change what it does, but for the last two. */
enum Style {
  /** The launcher comes first. */
  FILES_REVERSED,
  /** Fields and methods come in the opposite order. */
  MEMBERS_REVERSED,
  /** Other names, in another alphabetical order. */
  RENAMED,
  /** {@code final}, parentheses and {@code this.} where they are not needed. */
  NOISY,
  /** Operands are put into local variables first. */
  EXPRESSIONS_EXTRACTED,
  /** The body of each method is put into a private method. */
  STATEMENTS_EXTRACTED,
  /** All that the methods do happens under one monitor. */
  GUARDED,
  /** All that the methods do happens under one lock that is taken by a call. */
  LOCKED
}
