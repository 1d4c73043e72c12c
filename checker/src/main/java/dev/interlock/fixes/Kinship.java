package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which variables of a class one lock should guard. */
final class Kinship {
  private static final ImmutableSet<String> OVERWRITES =
      ImmutableSet.of("lazySet", "reset", "set", "setRelease");

  private Kinship() {}

  /**
   * Groups the variables that belong together: one is written from what another held, or one
   * decision writes both. A variable may come along that is no subject.
   */
  static List<Set<VarSymbol>> groups(SourceFile file, Collection<Subject> subjects) {
    Map<VarSymbol, Set<VarSymbol>> together = new LinkedHashMap<>();
    subjects.forEach(s -> together.put(s.variable(), new LinkedHashSet<>(Set.of(s.variable()))));
    Set<VarSymbol> variables = ImmutableSet.copyOf(together.keySet());
    for (Subject subject : subjects) {
      Set<VarSymbol> alongside = new LinkedHashSet<>(sources(subject));
      alongside.retainAll(variables);
      alongside.addAll(writtenWith(file, subject, variables));
      alongside.addAll(readWith(subject));
      for (VarSymbol other : alongside) {
        together.putIfAbsent(other, new LinkedHashSet<>(Set.of(other)));
        join(together, subject.variable(), other);
      }
    }
    return together.values().stream().distinct().toList();
  }

  /** Parts a group by what has the variables: no lock of one object guards those of another. */
  static ImmutableList<Set<VarSymbol>> ofOneOwner(Set<VarSymbol> group) {
    return Multimaps.index(group, v -> v.isStatic() ? List.of(v.owner) : v.owner)
        .asMap()
        .values()
        .stream()
        .map(LinkedHashSet::new)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns what the subject's variable is written from. */
  private static Set<VarSymbol> sources(Subject subject) {
    Set<VarSymbol> sources = new LinkedHashSet<>();
    for (Finding finding : subject.findings()) {
      for (Effect read : finding.write().data().reads()) {
        read.access().location().variable().ifPresent(sources::add);
      }
    }
    return sources;
  }

  private static void join(Map<VarSymbol, Set<VarSymbol>> together, VarSymbol a, VarSymbol b) {
    Set<VarSymbol> one = Objects.requireNonNull(together.get(a));
    Set<VarSymbol> other = Objects.requireNonNull(together.get(b));
    if (one != other) {
      one.addAll(other);
      other.forEach(v -> together.put(v, one));
    }
  }

  /** Returns whether both groups are of the same objects. */
  static boolean areOfOneClass(ImmutableList<Subject> group, ImmutableList<Subject> other) {
    return !group.equals(other)
        && group.get(0).variable().owner == other.get(0).variable().owner
        && group.get(0).variable().isStatic() == other.get(0).variable().isStatic();
  }

  /** Returns whether both groups are of the same objects, and one method updates some of both. */
  static boolean areTogether(ImmutableList<Subject> group, ImmutableList<Subject> other) {
    if (!areOfOneClass(group, other)) {
      return false;
    }
    Set<Tree> shared = bodies(group);
    shared.retainAll(bodies(other));
    return !shared.isEmpty();
  }

  /**
   * Returns those of {@code others} that are written wherever a look at the subject's variable
   * decides about writing it: what one decision writes belongs together. An atomic variable other
   * than a number is claimed by one thread, which has the rest for itself.
   */
  private static Set<VarSymbol> writtenWith(
      SourceFile file, Subject subject, Set<VarSymbol> others) {
    Set<VarSymbol> written = new HashSet<>();
    for (Finding finding : subject.findings()) {
      Optional<TreePath> statement = Statements.ofExpression(file.path(finding.tree()));
      Optional<IfTree> decision = statement.flatMap(Kinship::decisionAbout);
      if (decision.isEmpty()
          || !Expressions.contains(
              decision.get().getCondition(), t -> ASTHelpers.getSymbol(t) == subject.variable())) {
        continue;
      }
      Type type = subject.variable().type;
      boolean counts =
          CellType.ofAtomic(type)
              .or(() -> CellType.of(type))
              .filter(CellType::isNumber)
              .isPresent();
      boolean claims = !counts && CellType.ofAtomic(type).isPresent();
      for (StatementTree together : Statements.listAround(statement.orElseThrow())) {
        others.stream()
            .filter(v -> v != subject.variable() && !claims)
            .filter(v -> isWrittenIn(file, v, together))
            .forEach(written::add);
        if (counts) {
          written.addAll(fieldsAssigned(subject.variable(), together));
        }
      }
    }
    return written;
  }

  /** The best bid and its bidder: a flag is set once, a number may be won again and again. */
  private static Set<VarSymbol> fieldsAssigned(VarSymbol variable, Tree tree) {
    Set<VarSymbol> assigned = new HashSet<>();
    for (Tree write : Expressions.find(tree, t -> overwritten(t).isPresent())) {
      if (ASTHelpers.getSymbol(overwritten(write).orElseThrow()) instanceof VarSymbol field
          && field != variable
          && field.owner == variable.owner
          && field.isStatic() == variable.isStatic()) {
        assigned.add(field);
      }
    }
    return assigned;
  }

  /** Returns what gets a value that does not follow from the one before. */
  private static Optional<Tree> overwritten(Tree tree) {
    if (tree instanceof AssignmentTree write) {
      return Optional.of(write.getVariable());
    }
    return tree instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && OVERWRITES.contains(select.getIdentifier().toString())
            && isAtomic(ASTHelpers.getType(select.getExpression()))
        ? Optional.of(select.getExpression())
        : Optional.empty();
  }

  private static boolean isAtomic(@Nullable Type type) {
    return type != null
        && type.tsym.getQualifiedName().toString().startsWith("java.util.concurrent.atomic.");
  }

  /** Returns the other half of each change that is made in two steps. */
  private static Set<VarSymbol> readWith(Subject subject) {
    Set<VarSymbol> others = new HashSet<>();
    for (Finding finding : subject.findings()) {
      if (finding.kind() == FindingKind.SPLIT_CRITICAL_SECTION) {
        finding
            .read()
            .flatMap(read -> read.location().variable())
            .filter(v -> v != subject.variable() && v.owner == subject.variable().owner)
            .ifPresent(others::add);
      }
    }
    return others;
  }

  private static Optional<IfTree> decisionAbout(TreePath statement) {
    TreePath block = statement.getParentPath();
    return block.getParentPath().getLeaf() instanceof IfTree decision
            && decision.getThenStatement() == block.getLeaf()
        ? Optional.of(decision)
        : Optional.empty();
  }

  private static boolean isWrittenIn(SourceFile file, VarSymbol variable, Tree tree) {
    return file.usesOf(variable).stream()
        .anyMatch(
            use -> !Escapes.isLook(use) && Expressions.contains(tree, t -> t == use.getLeaf()));
  }

  private static Set<Tree> bodies(ImmutableList<Subject> group) {
    Set<Tree> bodies = new HashSet<>();
    for (Subject subject : group) {
      subject.findings().forEach(finding -> bodies.add(finding.body().tree()));
    }
    return bodies;
  }

  /** Returns the subjects in the order of their declarations. */
  static ImmutableList<Subject> ordered(SourceFile file, ImmutableList<Subject> subjects) {
    return subjects.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(
                s ->
                    file.declarationOf(s.variable())
                        .map(path -> file.start(path.getLeaf()))
                        .orElse(0)))
        .collect(ImmutableList.toImmutableList());
  }
}
