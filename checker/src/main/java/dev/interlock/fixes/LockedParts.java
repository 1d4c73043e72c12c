package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which statements of one method, lambda or initialiser need a lock, and which need it together.
 */
final class LockedParts {
  private final SourceFile file;
  private final HeldGuards held;
  private final ImmutableList<Subject> subjects;
  private final BoundParts bound;
  private final Tree container;

  LockedParts(
      SourceFile file,
      HeldGuards held,
      ImmutableList<Subject> subjects,
      BoundParts bound,
      Tree container) {
    this.file = file;
    this.held = held;
    this.subjects = subjects;
    this.bound = bound;
    this.container = container;
  }

  /** Groups the uses that hold no lock yet: what belongs together must not part. */
  List<List<TreePath>> of(List<TreePath> open) {
    List<List<TreePath>> groups = new ArrayList<>();
    for (Set<VarSymbol> kin : bound.kin()) {
      List<TreePath> uses =
          open.stream().filter(use -> kin.contains(ASTHelpers.getSymbol(use.getLeaf()))).toList();
      if (kin.size() > 1 && !uses.isEmpty()) {
        groups.add(uses);
      } else {
        uses.forEach(use -> groups.add(List.of(use)));
        groups.addAll(dependent(uses));
      }
    }
    ElementUses elements = new ElementUses(file, container);
    for (Subject subject : subjects) {
      open.stream()
          .filter(use -> ASTHelpers.getSymbol(use.getLeaf()) == subject.variable())
          .forEach(use -> groups.addAll(elements.of(use, subject.isDeep())));
    }
    for (List<TreePath> update : bound.updatesIn(container)) {
      if (!held.isOneSection(update.get(0), update.get(update.size() - 1))) {
        groups.add(withLookUp(update));
      }
    }
    return groups;
  }

  /** Returns the update with the looks that the object comes from which it changes. */
  private List<TreePath> withLookUp(List<TreePath> update) {
    LocalFlow flow = new LocalFlow(file);
    Stream<TreePath> looks =
        subjects.stream()
            .filter(Subject::isStateBehind)
            .flatMap(subject -> file.usesOf(subject.variable()).stream())
            .filter(use -> SourceFile.containerOf(use).getLeaf() == container)
            .filter(use -> file.end(use.getLeaf()) <= file.start(update.get(0).getLeaf()))
            .filter(use -> Escapes.isLook(use) && !flow.dependents(use, update).isEmpty());
    return Stream.concat(looks, update.stream()).toList();
  }

  /** Returns the looks that lead to a later change, each with that change. */
  private List<List<TreePath>> dependent(List<TreePath> uses) {
    LocalFlow flow = new LocalFlow(file);
    List<List<TreePath>> pairs = new ArrayList<>();
    for (int i = 0; i < uses.size(); i++) {
      TreePath look = uses.get(i);
      if (Escapes.isLook(look)) {
        List<TreePath> changes =
            uses.subList(i + 1, uses.size()).stream().filter(c -> !Escapes.isLook(c)).toList();
        flow.dependents(look, changes).forEach(change -> pairs.add(List.of(look, change)));
        changes.stream()
            .filter(change -> isReset(look, change))
            .forEach(change -> pairs.add(List.of(look, change)));
      }
    }
    return pairs;
  }

  /** Returns whether what is read out is overwritten further down in the same block. */
  private boolean isReset(TreePath look, TreePath change) {
    TreePath written =
        change.getParentPath().getLeaf() instanceof ArrayAccessTree
            ? change.getParentPath()
            : change;
    return written.getParentPath().getLeaf() instanceof AssignmentTree write
        && write.getVariable() == written.getLeaf()
        && Expressions.isPure(write.getExpression(), t -> false)
        && ASTHelpers.getSymbol(look.getLeaf()) == ASTHelpers.getSymbol(change.getLeaf())
        && isSummedUp(look)
        && listOf(look).equals(listOf(change));
  }

  /** Returns whether what is read out goes into another variable. */
  private static boolean isSummedUp(TreePath look) {
    for (TreePath at = look; !(at.getLeaf() instanceof StatementTree); at = at.getParentPath()) {
      if (at.getLeaf() instanceof CompoundAssignmentTree
          || at.getLeaf() instanceof AssignmentTree) {
        return true;
      }
      if (at.getLeaf() instanceof MethodInvocationTree) {
        return false;
      }
    }
    return false;
  }

  private static Optional<Tree> listOf(TreePath path) {
    return Statements.listed(path).map(statement -> statement.getParentPath().getLeaf());
  }

  /**
   * Looks at variables that are visible at once need no lock if they decide about nothing, and need
   * not agree with each other.
   */
  boolean needNoLock(List<TreePath> uses) {
    ImmutableSet<Symbol> used =
        uses.stream()
            .map(use -> ASTHelpers.getSymbol(use.getLeaf()))
            .collect(ImmutableSet.toImmutableSet());
    return !uses.isEmpty()
        && uses.stream().allMatch(Escapes::isLook)
        && subjects.stream()
            .filter(subject -> used.contains(subject.variable()))
            .allMatch(LockedParts::isVisibleAtOnce)
        && Kinship.groups(file, subjects).stream()
            .allMatch(kin -> kin.stream().filter(used::contains).count() <= 1);
  }

  /**
   * Returns whether the use only saves the way to a section further down, whose check is the same
   * (double-checked locking), and sees at once what others write.
   */
  boolean isCheckedAgain(TreePath use) {
    return ASTHelpers.getSymbol(use.getLeaf()) instanceof VarSymbol variable
        && (variable.flags() & Flags.VOLATILE) != 0
        && checkWith(use).stream()
            .flatMap(
                check ->
                    file.usesOf(variable).stream()
                        .filter(other -> SourceFile.containerOf(other).getLeaf() == container)
                        .filter(other -> held.at(other).isPresent())
                        .flatMap(other -> checkWith(other).stream())
                        .filter(other -> file.start(other) > file.start(check))
                        .filter(
                            other ->
                                file.text(other.getCondition())
                                    .equals(file.text(check.getCondition()))))
            .findAny()
            .isPresent();
  }

  /** Returns the {@code if} that the use is in the condition of. */
  private static Optional<IfTree> checkWith(TreePath use) {
    for (TreePath at = use; !(at.getLeaf() instanceof StatementTree); at = at.getParentPath()) {
      if (at.getParentPath().getLeaf() instanceof IfTree check
          && check.getCondition() == at.getLeaf()) {
        return Optional.of(check);
      }
    }
    return Optional.empty();
  }

  private static boolean isVisibleAtOnce(Subject subject) {
    return subject.findings().isEmpty()
        ? (subject.variable().flags() & Flags.VOLATILE) != 0
        : subject.findings().stream().allMatch(LockedParts::isVisibleAtOnce);
  }

  private static boolean isVisibleAtOnce(Finding finding) {
    return finding.location() == LocationKind.VOLATILE
        || finding.location() == LocationKind.ATOMIC
        || finding.location() == LocationKind.CONCURRENT_CONTENT;
  }

  /**
   * Returns the smallest sections around the groups. Those that overlap are one, and neighbours
   * unless that would hold the lock for longer than it takes.
   */
  List<CriticalSection> sections(List<List<TreePath>> groups, Narrowing narrowing) {
    List<CriticalSection> sections = new ArrayList<>();
    for (List<TreePath> together : groups) {
      add(sections, CriticalSection.around(together, container), narrowing);
    }
    return sections;
  }

  private void add(List<CriticalSection> sections, CriticalSection section, Narrowing narrowing) {
    CriticalSection all = section;
    for (boolean changed = true; changed; ) {
      changed = false;
      for (CriticalSection other : sections) {
        boolean neighbours =
            all.touches(other) && !narrowing.mayShrink(all) && !narrowing.mayShrink(other);
        if (all.overlaps(file, other)
            || neighbours
            || endsWith(all, other, narrowing::isUnwelcome)
            || endsWith(other, all, narrowing::isUnwelcome)) {
          all = all.and(file, other);
          sections.remove(other);
          changed = true;
          break;
        }
      }
    }
    sections.add(all);
  }

  /** Returns whether a section only returns what the one before has just seen to. */
  private static boolean endsWith(
      CriticalSection section, CriticalSection end, Predicate<Tree> isUnwelcome) {
    StatementTree last = section.list().get(section.last());
    return section.touches(end)
        && end.first() == end.last()
        && end.first() > section.last()
        && end.list().get(end.first()) instanceof ReturnTree result
        && !isUnwelcome.test(result)
        && !(last instanceof ExpressionStatementTree || last instanceof VariableTree);
  }
}
