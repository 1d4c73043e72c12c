package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.util.Backports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two critical sections of one lock, between which it is given up, become one. */
record MergedCriticalSections() implements Remedy {

  /** Two sections in one block, and what is between them. */
  private record Split(
      WrittenSection first, WrittenSection second, ImmutableList<StatementTree> between) {}

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    Set<Tree> merged = new HashSet<>();
    for (Subject subject : subjects) {
      for (Finding finding : subject.findings()) {
        Split split = splitOf(file, finding);
        if (merged.add(split.first().tree()) && merged.add(split.second().tree())) {
          merge(file, edits, split);
        }
      }
    }
    Refusal.unless(!edits.isEmpty(), "nothing to merge");
    return new Patch(
        "Hold the lock without a break until " + ExistingLock.names(subjects) + " is changed, too",
        subjects,
        edits,
        true,
        ImmutableSet.of());
  }

  private static Split splitOf(SourceFile file, Finding finding) {
    Refusal.unless(finding.read().isPresent(), "no read");
    WrittenSection second = sectionAround(file, file.path(finding.tree()));
    WrittenSection first = sectionAround(file, file.path(finding.read().get().at().tree()));
    ImmutableList<StatementTree> list = Statements.listAround(file.path(first.tree()));
    int from = list.indexOf(first.tree());
    int to = list.indexOf(second.first());
    Refusal.unless(from >= 0 && from < to, "the sections are not neighbours");
    Refusal.unless(
        isOneLock(file, first, second) || isUpgrade(file, first, second), "different locks");
    Refusal.unless(
        !Awaiting.isIn(first.block()) && !Awaiting.isIn(second.block()),
        "the lock is given away inside of a section");
    return new Split(first, second, list.subList(from + 1, to));
  }

  private static boolean isOneLock(SourceFile file, WrittenSection a, WrittenSection b) {
    return file.text(a.lock()).equals(file.text(b.lock())) && a.how() == b.how();
  }

  /**
   * Returns whether one looks under the lock of the readers, and then takes that of the writers.
   */
  private static boolean isUpgrade(SourceFile file, WrittenSection first, WrittenSection second) {
    return ReadWriteLockNames.ofReadLock(file, first.lock())
        .filter(names -> names.writeLock().equals(file.text(second.lock())))
        .filter(names -> !names.isHeldAround(first.tree()))
        .isPresent();
  }

  private static WrittenSection sectionAround(SourceFile file, TreePath path) {
    return WrittenSection.around(file, path)
        .orElseThrow(() -> new Refusal("not in a critical section"));
  }

  private static void merge(SourceFile file, Edits edits, Split split) {
    checkNames(split);
    if (!isOneLock(file, split.first(), split.second())) {
      edits.replace(split.first().lock(), file.text(split.second().lock()));
    }
    List<? extends StatementTree> inner = split.second().statements();
    Refusal.unless(!inner.isEmpty(), "an empty section");
    int brace = file.end(split.first().block()) - 1;
    int closed = file.end(split.first().tree());
    int rest = file.startWithComments(inner.get(0));
    String text = file.text();
    Refusal.unless(
        file.beginsLine(brace)
            && text.substring(closed, file.lineEnd(closed)).isBlank()
            && file.isFirstOnLine(split.second().first())
            && file.isFirstOnLine(inner.get(0))
            && rest > file.start(split.second().first()),
        "the braces do not stand alone");
    int next = file.lineStart(file.start(split.second().first()));
    String between = text.substring(Math.min(file.lineEnd(closed) + 1, next), next);
    String kept = commentsAbove(file, inner.get(0), next, rest);
    if (isIndependent(split)) {
      edits.insert(file.lineStart(file.start(split.first().first())), between);
      Refusal.unless(
          file.comments().in(next - between.length(), next).isEmpty(), "a comment in between");
      edits.replace(file.lineStart(brace), rest, edits.lines(kept));
      return;
    }
    split.between().forEach(statement -> checkDoesNotBlock(file, statement));
    edits.replace(file.lineStart(brace), rest, file.indented(between) + edits.lines(kept));
  }

  /** Returns the comments beside what took the lock again, as they go before what follows. */
  private static String commentsAbove(SourceFile file, Tree statement, int start, int end) {
    StringBuilder comments = new StringBuilder();
    for (String comment : file.comments().in(start, end)) {
      Refusal.unless(comment.startsWith("//"), "a comment would be lost");
      comments.append(file.indentAt(file.start(statement))).append(comment).append('\n');
    }
    return comments.toString();
  }

  /** Returns whether what is between may as well come before, so that no lock is held meanwhile. */
  private static boolean isIndependent(Split split) {
    Set<Symbol> assigned = assignedIn(split.first().block());
    boolean onlyLooks = split.first().statements().stream().allMatch(Looks::isCopy);
    return split.between().stream()
        .allMatch(
            statement ->
                (onlyLooks || statement instanceof VariableTree)
                    && !mentions(statement, assigned)
                    && !mentions(split.first().block(), assignedIn(statement)));
  }

  /** Returns the variables that are declared or get another value. */
  private static Set<Symbol> assignedIn(Tree code) {
    Set<Symbol> assigned = new HashSet<>();
    for (Tree tree : Expressions.findAll(code, t -> true)) {
      Symbol changed = null;
      if (tree instanceof VariableTree) {
        changed = ASTHelpers.getSymbol(tree);
      } else if (tree instanceof AssignmentTree write) {
        changed = ASTHelpers.getSymbol(write.getVariable());
      } else if (tree instanceof CompoundAssignmentTree update) {
        changed = ASTHelpers.getSymbol(update.getVariable());
      } else if (tree instanceof UnaryTree step && Expressions.isMutation(step)) {
        changed = ASTHelpers.getSymbol(step.getExpression());
      }
      if (changed != null) {
        assigned.add(changed);
      }
    }
    return assigned;
  }

  private static boolean mentions(Tree code, Set<Symbol> variables) {
    return Expressions.contains(
        code, t -> t instanceof IdentifierTree && variables.contains(ASTHelpers.getSymbol(t)));
  }

  private static void checkDoesNotBlock(SourceFile file, StatementTree statement) {
    Waiting.refuse(file, statement);
    boolean alien =
        Expressions.contains(
            statement,
            t ->
                (t instanceof MethodInvocationTree || t instanceof NewClassTree)
                    && !isOfPlainJava(t));
    Refusal.unless(!alien, "what is between the sections may block");
  }

  private static boolean isOfPlainJava(Tree call) {
    Symbol method = java.util.Objects.requireNonNull(ASTHelpers.getSymbol(call));
    String name = Backports.enclosingPackage(method).getQualifiedName().toString();
    return name.equals("java.lang")
        || name.equals("java.util")
        || name.equals("java.util.concurrent.atomic");
  }

  /** Refuses if the sections declare variables of one name. */
  private static void checkNames(Split split) {
    Set<String> names = new HashSet<>();
    for (StatementTree statement : split.first().statements()) {
      if (statement instanceof VariableTree variable) {
        names.add(variable.getName().toString());
      }
    }
    ImmutableList<StatementTree> later =
        ImmutableList.<StatementTree>builder()
            .addAll(split.between())
            .addAll(split.second().statements())
            .build();
    Refusal.unless(
        later.stream()
            .noneMatch(
                s ->
                    Expressions.contains(
                        s,
                        t ->
                            t instanceof VariableTree v && names.contains(v.getName().toString()))),
        "two variables of one name");
  }
}
