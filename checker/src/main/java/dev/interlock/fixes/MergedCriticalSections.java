package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
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
      SynchronizedTree first, SynchronizedTree second, ImmutableList<StatementTree> between) {}

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    Set<Tree> merged = new HashSet<>();
    for (Subject subject : subjects) {
      for (Finding finding : subject.findings()) {
        Split split = splitOf(file, finding);
        if (merged.add(split.first()) && merged.add(split.second())) {
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
    TreePath write = sectionOf(file.path(finding.tree()));
    TreePath read = sectionOf(file.path(finding.read().get().at().tree()));
    SynchronizedTree first = (SynchronizedTree) read.getLeaf();
    SynchronizedTree second = (SynchronizedTree) write.getLeaf();
    ImmutableList<StatementTree> list = Statements.listAround(read);
    int from = list.indexOf(first);
    int to = list.indexOf(second);
    Refusal.unless(from >= 0 && from < to, "the sections are not neighbours");
    Refusal.unless(
        file.text(first.getExpression()).equals(file.text(second.getExpression())),
        "different locks");
    return new Split(first, second, list.subList(from + 1, to));
  }

  private static TreePath sectionOf(TreePath path) {
    Tree container = SourceFile.containerOf(path).getLeaf();
    for (TreePath at = path; at.getLeaf() != container; at = at.getParentPath()) {
      if (at.getLeaf() instanceof SynchronizedTree) {
        return at;
      }
    }
    throw new Refusal("not in a critical section");
  }

  private static void merge(SourceFile file, Edits edits, Split split) {
    checkNames(split);
    List<? extends StatementTree> inner = split.second().getBlock().getStatements();
    Refusal.unless(!inner.isEmpty(), "an empty section");
    int brace = file.end(split.first()) - 1;
    int rest = file.startWithComments(inner.get(0));
    String text = file.text();
    Refusal.unless(
        text.substring(file.lineStart(brace), file.lineEnd(brace)).strip().equals("}")
            && rest > file.start(split.second()),
        "the braces do not stand alone");
    String between =
        text.substring(file.lineEnd(brace) + 1, file.lineStart(file.start(split.second())));
    if (isIndependent(split)) {
      edits.insert(file.lineStart(file.start(split.first())), between);
      Refusal.unless(!between.contains("//") && !between.contains("/*"), "a comment in between");
      edits.replace(file.lineStart(brace), rest, "");
      return;
    }
    split.between().forEach(statement -> checkDoesNotBlock(file, statement));
    StringBuilder inside = new StringBuilder();
    for (int at = 0; at < between.length(); ) {
      int end = Math.max(between.indexOf('\n', at) + 1, at + 1);
      String line = between.substring(at, end);
      inside.append(line.isBlank() ? "" : file.indentUnit()).append(line);
      at = end;
    }
    edits.replace(file.lineStart(brace), rest, inside.toString());
  }

  /** Returns whether what is between may as well come before, so that no lock is held meanwhile. */
  private static boolean isIndependent(Split split) {
    Set<Symbol> assigned = new HashSet<>();
    for (Tree tree :
        Expressions.find(
            split.first(),
            t ->
                t instanceof VariableTree
                    || t instanceof com.sun.source.tree.AssignmentTree
                    || t instanceof com.sun.source.tree.CompoundAssignmentTree)) {
      assigned.add(
          tree instanceof com.sun.source.tree.AssignmentTree write
              ? ASTHelpers.getSymbol(write.getVariable())
              : ASTHelpers.getSymbol(tree));
    }
    return split.between().stream()
        .allMatch(
            statement ->
                statement instanceof VariableTree
                    && !Expressions.contains(
                        statement,
                        t -> t != statement && assigned.contains(ASTHelpers.getSymbol(t))));
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
    return name.equals("java.lang") || name.equals("java.util");
  }

  /** Refuses if the sections declare variables of one name. */
  private static void checkNames(Split split) {
    Set<String> names = new HashSet<>();
    for (StatementTree statement : split.first().getBlock().getStatements()) {
      if (statement instanceof VariableTree variable) {
        names.add(variable.getName().toString());
      }
    }
    ImmutableList<StatementTree> later =
        ImmutableList.<StatementTree>builder()
            .addAll(split.between())
            .addAll(split.second().getBlock().getStatements())
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
