package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.compound.UnrepeatedWaits;
import dev.interlock.analysis.verdict.Finding;

/** A check that decides about a wait is made again after it: {@code if} becomes {@code while}. */
record RepeatedCheck() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    Edits edits = new Edits(file);
    for (Finding finding : subject.findings()) {
      IfTree check = checkOf(file, finding);
      int start = file.start(check);
      edits.replace(start, start + "if".length(), "while");
    }
    return Patch.lockFree(
        "Check '" + subject.variable().name + "' again after the wait", subjects, edits);
  }

  private static IfTree checkOf(SourceFile file, Finding finding) {
    Call wait =
        finding
            .read()
            .flatMap(read -> UnrepeatedWaits.between(read, finding.write(), finding.body()))
            .orElseThrow(() -> new Refusal("no wait"));
    Refusal.unless(
        wait.tree() instanceof MethodInvocationTree call && call.getArguments().isEmpty(),
        "a wait that ends by itself");
    TreePath statement = file.path(wait.tree()).getParentPath();
    Refusal.unless(
        statement.getLeaf() instanceof ExpressionStatementTree, "the wait is part of something");
    TreePath above = statement.getParentPath();
    Tree inside = statement.getLeaf();
    if (above.getLeaf() instanceof BlockTree block) {
      Refusal.unless(block.getStatements().size() == 1, "more than a wait");
      inside = block;
      above = above.getParentPath();
    }
    Refusal.unless(
        above.getLeaf() instanceof IfTree check && isAll(check, inside), "the check is no 'if'");
    return (IfTree) above.getLeaf();
  }

  private static boolean isAll(IfTree check, Tree inside) {
    StatementTree then = check.getThenStatement();
    return then == inside && check.getElseStatement() == null;
  }
}
