package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.fixes.Guard.How;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A section that holds another lock than the one that guards the variables, and is about nothing
 * else, takes that one instead.
 */
record SwappedLock() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    CommonLock found = new CommonLock(file, edits, subjects);
    ClassSymbol owner = found.owner();
    for (Subject subject : subjects) {
      Refusal.unless(
          !Migration.isUsedElsewhere(file, subject.variable()), "code elsewhere uses the field");
    }
    Guard right = rightGuard(found, owner, subjects);
    checkGuardsAll(file, right, subjects);
    ExistingLock.checkIsShared(file, right, owner, found.isStatic());
    ImmutableMap<Tree, Guard> swapped = swap(file, edits, subjects, right);
    Refusal.unless(!swapped.isEmpty(), "no other lock is held");
    CommonLock common = new CommonLock(file, edits, subjects, HeldGuards.afterSwaps(file, swapped));
    common.apply(right);
    return new Patch(
        "Hold '"
            + right.name()
            + "', which guards "
            + ExistingLock.names(subjects)
            + ", instead of another lock",
        subjects,
        edits,
        true,
        common.bystanders(right));
  }

  /** Returns the lock that an annotation names, or else the one that most of the uses hold. */
  private static Guard rightGuard(
      CommonLock found, ClassSymbol owner, ImmutableList<Subject> subjects) {
    Optional<String> declared = DeclaredGuard.of(subjects);
    if (declared.isPresent()) {
      return DeclaredGuard.in(owner, declared.get())
          .orElseThrow(() -> new Refusal("the annotation names no lock of the class"));
    }
    return found.prevailingGuard().orElseThrow(() -> new Refusal("no lock prevails"));
  }

  /** Refuses a variable that the lock does not guard anywhere yet, unless it is declared to. */
  private static void checkGuardsAll(
      SourceFile file, Guard right, ImmutableList<Subject> subjects) {
    HeldGuards held = new HeldGuards(file);
    boolean isDeclared = DeclaredGuard.of(subjects).isPresent();
    for (Subject subject : subjects) {
      Refusal.unless(
          isDeclared
              || file.usesOf(subject.variable()).stream()
                  .anyMatch(use -> held.at(use).filter(right::equals).isPresent()),
          "the lock does not guard the variable elsewhere");
    }
  }

  /** Changes the sections that hold another lock; returns what they hold then. */
  private static ImmutableMap<Tree, Guard> swap(
      SourceFile file, Edits edits, ImmutableList<Subject> subjects, Guard right) {
    Map<Tree, Guard> swapped = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      for (TreePath use : file.usesOf(subject.variable())) {
        Optional<WrittenSection> section = WrittenSection.around(file, use);
        if (section.isEmpty()
            || section.get().guard(file).equals(right)
            || swapped.containsKey(section.get().tree())) {
          continue;
        }
        Refusal.unless(
            LockName.enclosingClass(use) == subject.variable().owner, "in another class");
        if (!isMonitorOfLock(file, section.get(), right)) {
          checkIsAbout(file, section.get(), subjects);
        }
        section.get().replaceLock(file, edits, right);
        swapped.put(section.get().tree(), right);
      }
    }
    for (Tree tree : Expressions.findAll(file.unit(), SynchronizedTree.class::isInstance)) {
      WrittenSection section = WrittenSection.of(file, tree).orElseThrow();
      if (isMonitorOfLock(file, section, right) && swapped.putIfAbsent(tree, right) == null) {
        section.replaceLock(file, edits, right);
      }
    }
    return ImmutableMap.copyOf(swapped);
  }

  /** Returns whether the section takes the monitor of a lock instead of the lock. */
  private static boolean isMonitorOfLock(SourceFile file, WrittenSection section, Guard right) {
    return right.how() == How.LOCK
        && section.guard(file).equals(new Guard(right.name(), How.MONITOR));
  }

  /** Refuses a section that may guard something else, too. */
  private static void checkIsAbout(
      SourceFile file, WrittenSection section, ImmutableList<Subject> subjects) {
    boolean isOther = Expressions.contains(section.block(), tree -> mayNeedOldLock(tree, subjects));
    Refusal.unless(!isOther, "the section may guard something else");
    Refusal.unless(
        WrittenSection.around(file, file.path(section.tree())).isEmpty(), "two locks are held");
  }

  private static boolean mayNeedOldLock(Tree tree, ImmutableList<Subject> subjects) {
    if (tree instanceof NewClassTree) {
      return !Expressions.isPure(tree, t -> false);
    }
    if (tree instanceof MethodInvocationTree call) {
      boolean isOnSubject =
          call.getMethodSelect() instanceof MemberSelectTree select
              && isSubject(ASTHelpers.getSymbol(select.getExpression()), subjects);
      return !isOnSubject
          && !Expressions.isPure(call, t -> t instanceof ExpressionTree e && Looks.isLook(e));
    }
    return (tree instanceof IdentifierTree || tree instanceof MemberSelectTree)
        && ASTHelpers.getSymbol(tree) instanceof VarSymbol field
        && field.getKind().isField()
        && !ASTHelpers.isConsideredFinal(field)
        && !isSubject(field, subjects);
  }

  private static boolean isSubject(@Nullable Symbol symbol, ImmutableList<Subject> subjects) {
    return subjects.stream().anyMatch(s -> s.variable() == symbol);
  }
}
