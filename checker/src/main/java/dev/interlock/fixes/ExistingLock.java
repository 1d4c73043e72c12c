package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;

/** The lock that other uses of the variable hold already is taken everywhere. */
record ExistingLock() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    CommonLock common = new CommonLock(file, edits, subjects);
    ClassSymbol owner = common.owner();
    SourceFile home = Elsewhere.homeOf(file, subjects.get(0).variable());
    Guard guard =
        (home == file ? common : new CommonLock(home, new Edits(home), subjects))
            .usualGuard()
            .orElseThrow(() -> new Refusal("no lock is in use"));
    checkIsShared(home, guard, owner, common.isStatic());
    checkIsSeen(file, subjects);
    Refusal.unless(
        subjects.stream()
            .flatMap(subject -> subject.findings().stream())
            .noneMatch(finding -> isOfOwnLocks(file, guard, finding)),
        "each thread holds the lock of another object already");
    subjects.forEach(subject -> Elsewhere.checkHolds(file, subject, guard));
    common.apply(guard);
    Refusal.unless(!edits.isEmpty(), "the lock is taken everywhere");
    return new Patch(
        "Hold '" + guard.name() + "', as the other uses do, in every use of " + names(subjects),
        subjects,
        edits,
        true,
        common.bystanders(guard));
  }

  /** Returns whether an update holds the lock and collides with itself all the same. */
  private static boolean isOfOwnLocks(SourceFile file, Guard guard, Finding finding) {
    return finding.kind() == FindingKind.INCONSISTENT_LOCKING
        && !finding.run().locks().isEmpty()
        && finding.conflicting().filter(at -> at != finding.write().access()).isEmpty()
        && new HeldGuards(file).at(file.path(finding.tree())).filter(guard::equals).isPresent();
  }

  /** Refuses variables that are guarded by locks which the shape of the code does not tell. */
  static void checkIsSeen(SourceFile file, ImmutableList<Subject> subjects) {
    Refusal.unless(
        subjects.stream()
            .flatMap(subject -> subject.findings().stream())
            .noneMatch(finding -> isUnderUnknownLock(file, finding)),
        "a lock is in use that the shape of the code does not tell");
  }

  /** Returns whether the write is under a lock that is not seen there, such as one with stamps. */
  private static boolean isUnderUnknownLock(SourceFile file, Finding finding) {
    return finding.kind() == FindingKind.SPLIT_CRITICAL_SECTION
        && finding.write().via().isEmpty()
        && !finding.write().locks().isEmpty()
        && new HeldGuards(file).at(file.path(finding.tree())).isEmpty();
  }

  /** Returns whether the lock is one that many threads can hold. */
  private static boolean isReadLock(SourceFile file, Guard guard, ClassSymbol owner) {
    return guard.name().endsWith("readLock()")
        || guard.name().endsWith("asReadLock()")
        || SteadyMonitor.fieldNamed(owner, guard.name())
            .filter(field -> isReadLock(file, field))
            .isPresent();
  }

  private static boolean isReadLock(SourceFile file, VarSymbol field) {
    return field.type.tsym.getSimpleName().contentEquals("ReadLock")
        || file.declarationOf(field)
            .map(path -> ((VariableTree) path.getLeaf()).getInitializer())
            .filter(made -> isReadLock(file, made))
            .isPresent()
        || file.usesOf(field).stream()
            .map(use -> use.getParentPath().getLeaf())
            .anyMatch(
                tree ->
                    tree instanceof AssignmentTree assignment
                        && field.equals(ASTHelpers.getSymbol(assignment.getVariable()))
                        && isReadLock(file, assignment.getExpression()));
  }

  private static boolean isReadLock(SourceFile file, ExpressionTree lock) {
    return file.text(lock).endsWith("eadLock()");
  }

  /** Refuses a lock that is not one and the same object for all uses of the variables. */
  static void checkIsShared(SourceFile file, Guard guard, ClassSymbol owner, boolean isStatic) {
    Refusal.unless(!isReadLock(file, guard, owner), "a read lock lets others in");
    if (guard.name().equals("this")) {
      Refusal.unless(!isStatic, "an instance lock for static data");
      return;
    }
    if (guard.name().equals(owner.getSimpleName() + ".class")) {
      return;
    }
    boolean shared = false;
    for (Symbol member : owner.members().getSymbols()) {
      if (member instanceof VarSymbol field
          && field.getSimpleName().contentEquals(guard.name())
          && (field.flags() & Flags.FINAL) != 0) {
        shared = field.isStatic() || !isStatic;
        Refusal.unless(
            guard.how() == Guard.How.MONITOR
                || field.type.tsym.getSimpleName().toString().equals("ReentrantLock")
                || field.type.tsym.getSimpleName().toString().equals("Lock"),
            "not a reentrant lock");
      }
    }
    Refusal.unless(shared, "not one lock for all");
  }

  static String names(ImmutableList<Subject> subjects) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < subjects.size(); i++) {
      String before = i == 0 ? "" : i == subjects.size() - 1 ? " and " : ", ";
      names.append(before).append('\'').append(subjects.get(i).variable().name).append('\'');
    }
    return names.toString();
  }
}
