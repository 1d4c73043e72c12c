package dev.interlock.fixes;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.verdict.FindingKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What sections of code that has a lock already rely on. */
final class SectionsInUse {
  private SectionsInUse() {}

  /**
   * Refuses a variable whose value decides, in a section of a lock that not all changes hold, about
   * another use of it in that section: who makes each use safe for itself lets others in between,
   * whom the lock was to keep out.
   */
  static void refuseDecisions(SourceFile file, VarSymbol variable) {
    Refusal.unless(
        openSections(file, variable, new HeldGuards(file)::sectionOf).stream()
            .noneMatch(uses -> decides(file, uses)),
        "a section of another lock looks twice");
  }

  /**
   * Refuses a variable that is looked at and then overwritten in a section of a lock that not all
   * changes hold: a look and a write of an atomic variable would be two steps.
   *
   * @param settled the looks and writes that one operation makes
   */
  static void refuseResets(SourceFile file, VarSymbol variable, Set<Tree> settled) {
    for (List<TreePath> uses : openSections(file, variable, SectionsInUse::codeOf)) {
      boolean isLookedAt = false;
      for (TreePath use : uses) {
        Refusal.unless(!isLookedAt || !isOverwritten(use), "a look and a write in a section");
        isLookedAt |= !settled.contains(use.getLeaf()) && Escapes.isLook(use);
      }
    }
  }

  private static boolean isOverwritten(TreePath use) {
    return Expressions.parentOf(use).getLeaf() instanceof AssignmentTree write
        && write.getVariable() == use.getLeaf();
  }

  /** Sections inside of others count as one: the method has taken all locks that it needs. */
  private static Optional<Tree> codeOf(TreePath use) {
    return Optional.of(SourceFile.containerOf(use).getLeaf());
  }

  /** Returns the uses in each section of a lock that some change is made without. */
  private static List<List<TreePath>> openSections(
      SourceFile file, VarSymbol variable, Function<TreePath, Optional<Tree>> sectionOf) {
    HeldGuards held = new HeldGuards(file);
    ListMultimap<Tree, TreePath> sections = ArrayListMultimap.create();
    Set<Optional<Guard>> atChanges = new HashSet<>();
    for (TreePath use : file.usesOf(variable)) {
      if (held.at(use).isPresent()) {
        sectionOf.apply(use).ifPresent(section -> sections.put(section, use));
      }
      if (!Escapes.isLook(use) && !isInitialization(use)) {
        atChanges.add(held.at(use));
      }
    }
    boolean isOneLock =
        atChanges.size() == 1
            && atChanges.iterator().next().filter(g -> isOfClass(variable, g)).isPresent();
    return isOneLock
        ? List.of()
        : sections.asMap().values().stream().map(uses -> List.copyOf(uses)).toList();
  }

  /** Returns whether a lock has a name that means the same in all methods. */
  private static boolean isOfClass(VarSymbol variable, Guard guard) {
    return guard.name().equals("this")
        || guard.name().endsWith(".class")
        || SteadyMonitor.fieldNamed(variable.enclClass(), guard.name()).isPresent();
  }

  /**
   * Refuses a collection that is looked at while other accesses hold a lock that the shape of the
   * code does not tell: what they do in one section of it is not seen.
   */
  static void refuseUnseen(SourceFile file, Subject subject) {
    HeldGuards held = new HeldGuards(file);
    List<TreePath> uses = file.usesOf(subject.variable());
    Refusal.unless(
        subject.findings().stream()
                .noneMatch(finding -> finding.kind() == FindingKind.INCONSISTENT_LOCKING)
            || uses.stream().anyMatch(use -> held.at(use).isPresent())
            || uses.stream().noneMatch(use -> Escapes.isCallOn(use) && Escapes.isLook(use)),
        "a lock is in use that the shape of the code does not tell");
  }

  private static boolean isInitialization(TreePath use) {
    Tree container = SourceFile.containerOf(use).getLeaf();
    return container instanceof ClassTree
        || (container instanceof MethodTree method && method.getReturnType() == null);
  }

  private static boolean decides(SourceFile file, List<TreePath> uses) {
    LocalFlow flow = new LocalFlow(file);
    for (int i = 0; i + 1 < uses.size(); i++) {
      if (Escapes.isLook(uses.get(i))
          && !flow.dependents(uses.get(i), uses.subList(i + 1, uses.size())).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
