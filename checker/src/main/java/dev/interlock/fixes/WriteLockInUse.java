package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.interlock.fixes.Guard.How;
import java.util.Optional;

/**
 * The lock for readers and writers that other uses of the variable hold is taken everywhere: that
 * of the writers where something changes, that of the readers where code only looks.
 */
record WriteLockInUse() implements Remedy {

  /** The two parts of the lock as code names them. */
  private record Parts(ReadWriteLockNames names, Guard readers, Guard writers) {

    static Optional<Parts> of(SourceFile file, WrittenSection section) {
      return ReadWriteLockNames.ofReadLock(file, section.lock())
          .map(
              names ->
                  new Parts(
                      names,
                      section.guard(file),
                      new Guard(withoutThis(names.writeLock()), How.LOCK)));
    }

    private static String withoutThis(String name) {
      return name.startsWith("this.") ? name.substring("this.".length()) : name;
    }
  }

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    CommonLock common = new CommonLock(file, edits, subjects);
    Guard usual = common.usualGuard().orElseThrow(() -> new Refusal("no lock is in use"));
    Parts parts = partsOf(file, usual);
    Refusal.unless(
        parts.names().whole().owner == common.owner()
            && (parts.names().whole().isStatic() || !common.isStatic()),
        "not one lock for all");
    ExistingLock.checkIsSeen(file, subjects);
    for (Subject subject : subjects) {
      Refusal.unless(!Migration.isOpen(file, subject.variable()), "code elsewhere uses the field");
      checkUses(file, parts, subject);
    }
    common.applyShared(parts.writers(), parts.readers());
    Refusal.unless(!edits.isEmpty(), "the lock is taken everywhere");
    return new Patch(
        "Hold '"
            + parts.writers().name()
            + "', as the other uses do, where "
            + ExistingLock.names(subjects)
            + (subjects.size() == 1 ? " is changed" : " are changed"),
        subjects,
        edits,
        true,
        common.bystanders(parts.writers()));
  }

  private static Parts partsOf(SourceFile file, Guard usual) {
    for (var tree : Expressions.findAll(file.unit(), t -> t instanceof TryTree)) {
      Optional<Parts> parts = WrittenSection.of(file, tree).flatMap(s -> Parts.of(file, s));
      if (parts.isPresent()
          && (usual.equals(parts.get().readers()) || usual.equals(parts.get().writers()))) {
        return parts.get();
      }
    }
    throw new Refusal("no lock for readers and writers");
  }

  /** Refuses changes under the lock of the readers, who cannot get that of the writers as well. */
  private static void checkUses(SourceFile file, Parts parts, Subject subject) {
    HeldGuards held = new HeldGuards(file);
    for (TreePath use : file.usesOf(subject.variable())) {
      Optional<Guard> guard = held.at(use);
      Refusal.unless(
          !guard.equals(Optional.of(parts.readers())) || Escapes.isLook(use),
          "changed under the lock of the readers");
      Refusal.unless(
          guard.isPresent()
              || Steadiness.isInitialization(use)
              || !parts.names().isHeldAround(use.getLeaf()),
          "a read lock cannot become a write lock");
    }
  }
}
