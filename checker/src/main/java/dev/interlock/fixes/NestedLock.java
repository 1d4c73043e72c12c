package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.sun.tools.javac.code.Symbol.ClassSymbol;

/**
 * The monitor or lock that most of the uses hold already is taken inside of sections of other
 * locks, too, if it comes last in every order of locks.
 */
record NestedLock() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    CommonLock common = new CommonLock(file, edits, subjects);
    ClassSymbol owner = common.owner();
    Refusal.unless(
        Elsewhere.homeOf(file, subjects.get(0).variable()) == file, "declared in another file");
    Guard guard = common.prevailingOwnGuard().orElseThrow(() -> new Refusal("no lock prevails"));
    Refusal.unless(
        LeafLock.isLast(file, owner, guard), "nothing tells in which order locks are taken");
    ExistingLock.checkIsShared(file, guard, owner, common.isStatic());
    ExistingLock.checkIsSeen(file, subjects);
    subjects.forEach(subject -> Elsewhere.checkHolds(file, subject, guard));
    common.applyLast(guard);
    Refusal.unless(!edits.isEmpty(), "the lock is taken everywhere");
    return new Patch(
        "Hold '"
            + guard.name()
            + "', as most of the uses do, in every use of "
            + ExistingLock.names(subjects),
        subjects,
        edits,
        true,
        common.bystanders(guard));
  }
}
