package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import java.util.Optional;

/** An adder is read and set back in one call. */
record ResetTogether() implements Remedy {
  private static final ImmutableMap<String, String> LOOKS =
      ImmutableMap.of(
          "java.util.concurrent.atomic.LongAdder", "sum",
          "java.util.concurrent.atomic.DoubleAdder", "sum",
          "java.util.concurrent.atomic.LongAccumulator", "get",
          "java.util.concurrent.atomic.DoubleAccumulator", "get");

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    VarSymbol variable = subject.variable();
    String type = variable.type.tsym.getQualifiedName().toString();
    String look =
        Optional.ofNullable(LOOKS.get(type)).orElseThrow(() -> new Refusal("not an adder"));
    Edits edits = new Edits(file);
    for (Finding finding : subject.findings()) {
      fold(file, edits, finding, variable, look);
    }
    return Patch.lockFree("Read and reset '" + variable.name + "' in one call", subjects, edits);
  }

  /** {@code long n = a.sum(); a.reset();} becomes {@code long n = a.sumThenReset();} */
  private static void fold(
      SourceFile file, Edits edits, Finding finding, VarSymbol variable, String look) {
    Tree read =
        finding
            .read()
            .map(Effect::at)
            .map(at -> at.tree())
            .orElseThrow(() -> new Refusal("no look"));
    Refusal.unless(
        isCall(finding.tree(), variable, "reset") && isCall(read, variable, look), "no pattern");
    TreePath reset =
        Statements.ofExpression(file.path(finding.tree()))
            .orElseThrow(() -> new Refusal("not a statement"));
    Optional<StatementTree> before = Statements.previous(reset);
    Refusal.unless(
        before.isPresent()
            && before.get() instanceof VariableTree copy
            && Expressions.isPure(copy.getInitializer(), t -> t == read),
        "something happens in between");
    ExpressionTree method = ((MethodInvocationTree) read).getMethodSelect();
    edits.insert(file.end(method), "ThenReset");
    edits.delete(reset.getLeaf());
  }

  private static boolean isCall(Tree tree, VarSymbol variable, String method) {
    return tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals(method)
        && ASTHelpers.getSymbol(select.getExpression()) == variable;
  }
}
