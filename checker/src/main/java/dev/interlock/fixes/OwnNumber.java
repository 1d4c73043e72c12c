package dev.interlock.fixes;

import static com.google.common.base.CaseFormat.LOWER_CAMEL;
import static com.google.common.base.CaseFormat.UPPER_CAMEL;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import java.util.Optional;

/**
 * A number that is taken from an atomic variable right before, or right after, the call that moves
 * it on is taken from that call.
 */
record OwnNumber() implements Remedy {
  /** The calls that move on, by what comes of them before and after. */
  private static final ImmutableMap<String, String> STEPS =
      ImmutableMap.of(
          "incrementAndGet", "Increment",
          "getAndIncrement", "Increment",
          "decrementAndGet", "Decrement",
          "getAndDecrement", "Decrement",
          "addAndGet", "Add",
          "getAndAdd", "Add");

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    Refusal.unless(
        CellType.ofAtomic(subject.variable().type).filter(CellType::isNumber).isPresent(),
        "not an atomic number");
    Edits edits = new Edits(file);
    for (Finding finding : subject.findings()) {
      join(file, edits, finding);
    }
    return Patch.lockFree(
        "Take the number from the call that moves '" + subject.variable().name + "' on",
        subjects,
        edits);
  }

  private static void join(SourceFile file, Edits edits, Finding finding) {
    Tree read = finding.read().map(Effect::at).orElseThrow(() -> new Refusal("no read")).tree();
    MethodInvocationTree look = call(read);
    MethodInvocationTree step = call(finding.tree());
    Refusal.unless(name(look).equals("get"), "another way to ask");
    String kind =
        Optional.ofNullable(STEPS.get(name(step)))
            .orElseThrow(() -> new Refusal("another way to count"));
    Refusal.unless(receiver(file, look).equals(receiver(file, step)), "another variable");
    Refusal.unless(step.getArguments().stream().allMatch(OwnNumber::isConstant), "an operand");
    TreePath counting =
        Statements.ofExpression(file.path(step))
            .orElseThrow(() -> new Refusal("the call is no statement"));
    TreePath asking =
        Statements.listed(file.path(look)).orElseThrow(() -> new Refusal("not a statement"));
    Refusal.unless(
        EvaluationOrder.comesFirst(file.path(look), asking.getLeaf()), "it is not asked just once");
    boolean before = isPrevious(counting, asking.getLeaf());
    Refusal.unless(before || isPrevious(asking, counting.getLeaf()), "something is in between");
    String operands = String.join(", ", step.getArguments().stream().map(file::text).toList());
    edits.replace(look, receiver(file, look) + "." + joined(kind, before) + "(" + operands + ")");
    edits.delete(counting.getLeaf());
  }

  private static String joined(String step, boolean before) {
    return before ? "getAnd" + step : UPPER_CAMEL.to(LOWER_CAMEL, step) + "AndGet";
  }

  private static MethodInvocationTree call(Tree tree) {
    Refusal.unless(
        tree instanceof MethodInvocationTree call && ASTHelpers.getReceiver(call) != null,
        "not a call on the variable");
    return (MethodInvocationTree) tree;
  }

  private static String name(MethodInvocationTree call) {
    return ASTHelpers.getSymbol(call).getSimpleName().toString();
  }

  private static String receiver(SourceFile file, MethodInvocationTree call) {
    return file.text(ASTHelpers.getReceiver(call));
  }

  private static boolean isConstant(ExpressionTree operand) {
    return ASTHelpers.constValue(operand) != null;
  }

  private static boolean isPrevious(TreePath statement, Tree other) {
    return Statements.previous(statement).filter(other::equals).isPresent();
  }
}
