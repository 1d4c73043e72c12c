package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.interlock.analysis.verdict.Finding;
import java.util.LinkedHashSet;
import java.util.Set;

/** Code that changes something under the read lock takes the write lock instead. */
record WriteLock() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    Set<Tree> changed = new LinkedHashSet<>();
    for (Subject subject : subjects) {
      Refusal.unless(
          !Migration.isUsedElsewhere(file, subject.variable()), "code elsewhere uses the field");
      checkIsLocked(file, subject);
      for (Finding finding : subject.findings()) {
        WrittenSection section = sectionOf(file, finding);
        if (changed.add(section.tree())) {
          takeWriteLock(file, edits, section);
        }
      }
    }
    Refusal.unless(!edits.isEmpty(), "no read lock is held");
    return new Patch(
        "Take the write lock where " + ExistingLock.names(subjects) + " is changed",
        subjects,
        edits,
        true,
        ImmutableSet.of());
  }

  /** Refuses a variable that is used without a lock somewhere, where the write lock is no help. */
  private static void checkIsLocked(SourceFile file, Subject subject) {
    HeldGuards held = new HeldGuards(file);
    for (TreePath use : file.usesOf(subject.variable())) {
      Refusal.unless(
          held.at(use).isPresent() || Steadiness.isInitialization(use), "used without a lock");
    }
  }

  private static WrittenSection sectionOf(SourceFile file, Finding finding) {
    WrittenSection section =
        WrittenSection.around(file, file.path(finding.tree()))
            .orElseThrow(() -> new Refusal("not in a critical section"));
    boolean isWhole =
        finding
            .read()
            .map(read -> Expressions.contains(section.block(), t -> t == read.at().tree()))
            .orElse(true);
    Refusal.unless(isWhole, "the section does not hold all of the update");
    return section;
  }

  private static void takeWriteLock(SourceFile file, Edits edits, WrittenSection section) {
    ReadWriteLockNames names =
        ReadWriteLockNames.ofReadLock(file, section.lock())
            .orElseThrow(() -> new Refusal("no read lock"));
    Refusal.unless(!names.isHeldAround(section.tree()), "a read lock cannot become a write lock");
    Refusal.unless(!Awaiting.isIn(section.block()), "a read lock has no conditions");
    edits.replace(section.lock(), names.writeLock());
    edits.replace(section.unlocked(), names.writeLock());
  }
}
