package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.fixes.Guard.How;
import java.util.Optional;

/**
 * A monitor that is another object from time to time, as the value of a variable that is assigned
 * again, or from class to class, as {@code getClass()}, gives way to one that stays.
 */
record SteadyMonitor() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    CommonLock found = new CommonLock(file, new Edits(file), subjects);
    ClassSymbol owner = found.owner();
    Guard old = found.usualGuard().orElseThrow(() -> new Refusal("no lock is in use"));
    Refusal.unless(old.how() == How.MONITOR, "not a monitor");
    Edits edits = new Edits(file);
    Guard steady = replacement(file, edits, subjects, found, old);
    for (Tree section : sectionsOf(file, owner, old)) {
      ExpressionTree monitor =
          ASTHelpers.stripParentheses(((SynchronizedTree) section).getExpression());
      edits.replace(monitor, steady.name());
    }
    CommonLock common =
        new CommonLock(file, edits, subjects, new HeldGuards(file, ImmutableMap.of(old, steady)));
    common.apply(steady);
    return new Patch(
        "Hold '"
            + steady.name()
            + "', which stays the same object, in every use of "
            + ExistingLock.names(subjects),
        subjects,
        edits,
        true,
        common.bystanders(steady));
  }

  private static Guard replacement(
      SourceFile file, Edits edits, ImmutableList<Subject> subjects, CommonLock common, Guard old) {
    ClassSymbol owner = common.owner();
    if (old.name().equals("getClass()")) {
      return new Guard(owner.getSimpleName() + ".class", How.MONITOR);
    }
    Refusal.unless(isReplaced(file, owner, old), "the monitor stays the same");
    String name = NewLock.nameInClass(file, common, subjects);
    Refusal.unless(!name.equals("this"), "the class can have no lock of its own");
    String modifiers = common.isStatic() ? "private static final " : "private final ";
    NewLock.declare(file, edits, subjects, modifiers + "Object " + name);
    edits.declares(name);
    return new Guard(name, How.MONITOR);
  }

  /** Returns whether the monitor is the value of a field that is assigned in between. */
  private static boolean isReplaced(SourceFile file, ClassSymbol owner, Guard guard) {
    Optional<VarSymbol> field = fieldNamed(owner, guard.name());
    return field
        .filter(f -> !Migration.isOpen(file, f) && Steadiness.isAssignedAgain(file, f))
        .isPresent();
  }

  static Optional<VarSymbol> fieldNamed(ClassSymbol owner, String name) {
    for (Symbol member : owner.members().getSymbols()) {
      if (member instanceof VarSymbol field && field.getSimpleName().contentEquals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Returns the sections of the monitor; refuses if one of another class has the same name. */
  private static ImmutableList<Tree> sectionsOf(SourceFile file, ClassSymbol owner, Guard guard) {
    ImmutableList.Builder<Tree> sections = ImmutableList.builder();
    for (Tree tree : Expressions.findAll(file.unit(), t -> t instanceof SynchronizedTree)) {
      ExpressionTree monitor =
          ASTHelpers.stripParentheses(((SynchronizedTree) tree).getExpression());
      if (HeldGuards.name(file, monitor).equals(guard.name())
          && isOf(monitor, file, owner, guard)) {
        sections.add(tree);
      }
    }
    return sections.build();
  }

  private static boolean isOf(
      ExpressionTree monitor, SourceFile file, ClassSymbol owner, Guard guard) {
    return monitor instanceof MethodInvocationTree
        ? LockName.enclosingClass(file.path(monitor)) == owner
        : fieldNamed(owner, guard.name()).filter(ASTHelpers.getSymbol(monitor)::equals).isPresent();
  }
}
