package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read under one stamp of a {@code StampedLock}, be it an optimistic one, and written back
 * under another is read under the latter.
 */
record StampedSections() implements Remedy {

  /**
   * What is done under a stamp.
   *
   * @param taken the statement that gets the stamp
   * @param end the statement that gives it back, or looks whether it is still good
   * @param body the statements in between
   */
  private record Stamped(
      StatementTree taken, StatementTree end, ImmutableList<StatementTree> body) {}

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    Set<Tree> changed = new HashSet<>();
    for (Subject subject : subjects) {
      for (Finding finding : subject.findings()) {
        TreePath write = file.path(finding.tree());
        Tree look = finding.read().map(Effect::at).orElseThrow(() -> new Refusal("no read")).tree();
        TreePath section = sectionAround(write);
        if (changed.add(section.getLeaf())) {
          join(file, edits, section, look);
        }
      }
    }
    Refusal.unless(!edits.isEmpty(), "no sections");
    return new Patch(
        "Read " + ExistingLock.names(subjects) + " under the stamp that it is written under",
        subjects,
        edits,
        true,
        ImmutableSet.of());
  }

  /** Returns the outermost {@code try} that gives a write stamp back. */
  private static TreePath sectionAround(TreePath write) {
    for (TreePath at = write; !SourceFile.isContainer(at.getLeaf()); at = at.getParentPath()) {
      if (at.getLeaf() instanceof TryTree attempt
          && givesBack(attempt, ImmutableSet.of("unlockWrite", "unlock"))) {
        return at;
      }
    }
    throw new Refusal("no write stamp");
  }

  private static boolean givesBack(TryTree attempt, Set<String> methods) {
    return attempt.getFinallyBlock() != null
        && attempt.getFinallyBlock().getStatements().size() == 1
        && attempt.getCatches().isEmpty()
        && attempt.getResources().isEmpty()
        && callIn(attempt.getFinallyBlock().getStatements().get(0))
            .filter(call -> isOfStamps(call) && methods.contains(nameOf(call)))
            .isPresent();
  }

  private static void join(SourceFile file, Edits edits, TreePath section, Tree look) {
    TryTree attempt = (TryTree) section.getLeaf();
    StatementTree taking =
        Statements.previous(section)
            .filter(s -> stampOf(s).filter(c -> nameOf(c).equals("writeLock")).isPresent())
            .orElseThrow(() -> new Refusal("no write stamp"));
    ImmutableList<StatementTree> list = Statements.listAround(section);
    Stamped reading = reading(file, list, look);
    int from = list.indexOf(reading.end());
    int to = list.indexOf(taking);
    Refusal.unless(from < to, "the sections are not in order");
    Refusal.unless(isSameLock(file, reading.taken(), taking), "different locks");
    StampedText text = new StampedText(file, edits, attempt, taking);
    text.checkIsOnlyStamp(reading.taken(), reading.end());
    Set<Symbol> read = new HashSet<>(StampedText.assignedIn(reading.body()));
    ImmutableList.Builder<StatementTree> late = ImmutableList.builder();
    for (StatementTree between : list.subList(from + 1, to)) {
      boolean needsLook = StampedText.mentions(between, read);
      Refusal.unless(
          between instanceof VariableTree local
              && Expressions.isPure(local.getInitializer(), StampedSections::isLocal),
          "something happens between the sections");
      if (needsLook) {
        late.add(between);
        read.add(ASTHelpers.getSymbol(between));
      }
    }
    text.moveIn(reading.taken(), reading.end(), reading.body(), late.build());
  }

  private static boolean isLocal(Tree tree) {
    Symbol symbol = ASTHelpers.getSymbol(tree);
    return symbol != null && !symbol.getKind().isField() && symbol instanceof Symbol.VarSymbol;
  }

  /** Returns the part of a list of statements that reads under another stamp. */
  private static Stamped reading(SourceFile file, List<StatementTree> list, Tree look) {
    for (int i = 0; i < list.size(); i++) {
      StatementTree taken = list.get(i);
      String kind = stampOf(taken).map(StampedSections::nameOf).orElse("");
      boolean isOptimistic = kind.equals("tryOptimisticRead");
      for (int j = i + 1; j < list.size() && (isOptimistic || kind.equals("readLock")); j++) {
        StatementTree end = list.get(j);
        if (isOptimistic ? isValidation(end) : isReadSection(end)) {
          Stamped found = isOptimistic ? optimistic(list, i, j) : locked(list, i, (TryTree) end);
          boolean holdsLook =
              Stream.concat(found.body().stream(), Stream.of(end))
                  .anyMatch(s -> Expressions.contains(s, t -> t == look));
          if (holdsLook && found.body().stream().allMatch(s -> isCopy(file, s))) {
            return found;
          }
          break;
        }
      }
    }
    throw new Refusal("not read under a stamp");
  }

  private static Stamped optimistic(List<StatementTree> list, int from, int to) {
    return new Stamped(
        list.get(from), list.get(to), ImmutableList.copyOf(list.subList(from + 1, to)));
  }

  private static Stamped locked(List<StatementTree> list, int from, TryTree section) {
    boolean isPlain =
        list.subList(from + 1, list.indexOf(section)).stream()
            .allMatch(s -> s instanceof VariableTree local && local.getInitializer() == null);
    Refusal.unless(isPlain, "something else is done under the stamp");
    return new Stamped(
        list.get(from), section, ImmutableList.copyOf(section.getBlock().getStatements()));
  }

  /** Returns whether a statement reads again, under a lock, if something was written meanwhile. */
  private static boolean isValidation(StatementTree statement) {
    return statement instanceof IfTree decision
        && decision.getElseStatement() == null
        && Expressions.contains(
            decision.getCondition(),
            t -> t instanceof MethodInvocationTree call && nameOf(call).equals("validate"));
  }

  private static boolean isReadSection(StatementTree statement) {
    return statement instanceof TryTree attempt
        && givesBack(attempt, ImmutableSet.of("unlockRead", "unlock"));
  }

  /** Returns whether a statement puts what it reads into a local variable. */
  private static boolean isCopy(SourceFile file, StatementTree statement) {
    if (statement instanceof VariableTree local) {
      return Looks.isLook(local.getInitializer());
    }
    return Looks.isCopy(statement) && file.isFirstOnLine(statement);
  }

  private static boolean isSameLock(SourceFile file, StatementTree a, StatementTree b) {
    return receiver(file, a).equals(receiver(file, b));
  }

  private static String receiver(SourceFile file, StatementTree taking) {
    MethodInvocationTree call = stampOf(taking).orElseThrow();
    return file.text(((MemberSelectTree) call.getMethodSelect()).getExpression());
  }

  /** Returns the call whose result a statement keeps as a stamp. */
  private static Optional<MethodInvocationTree> stampOf(StatementTree statement) {
    @Nullable ExpressionTree value = null;
    if (statement instanceof VariableTree local) {
      value = local.getInitializer();
    } else if (statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof AssignmentTree write) {
      value = write.getExpression();
    }
    return value instanceof MethodInvocationTree call && isOfStamps(call)
        ? Optional.of(call)
        : Optional.empty();
  }

  private static Optional<MethodInvocationTree> callIn(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
            && expression.getExpression() instanceof MethodInvocationTree call
        ? Optional.of(call)
        : Optional.empty();
  }

  private static boolean isOfStamps(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree
        && ASTHelpers.getSymbol(call)
            .owner
            .getQualifiedName()
            .contentEquals("java.util.concurrent.locks.StampedLock");
  }

  private static String nameOf(MethodInvocationTree call) {
    return ASTHelpers.getSymbol(call).getSimpleName().toString();
  }
}
