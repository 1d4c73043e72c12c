package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/**
 * What to change in a file so that updates of some variables are safe.
 *
 * @param description what the patch does, in one line
 * @param subjects the variables, with the findings that are gone afterwards
 * @param isLock whether it takes a lock, which more variables may need
 * @param bystanders other fields that are used under the lock in some places only
 */
record Patch(
    String description,
    ImmutableList<Subject> subjects,
    Edits edits,
    boolean isLock,
    ImmutableSet<VarSymbol> bystanders) {

  /** A patch by which variables need no lock. */
  static Patch lockFree(String description, ImmutableList<Subject> subjects, Edits edits) {
    return new Patch(description, subjects, edits, false, ImmutableSet.of());
  }
}
