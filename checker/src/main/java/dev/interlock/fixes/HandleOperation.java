package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Two calls on a handle, of which the second one sets the sum of what the first one got and
 * something else, become {@code getAndAdd}.
 */
record HandleOperation() implements Remedy {
  private static final ImmutableSet<String> GETS =
      ImmutableSet.of("get", "getAcquire", "getOpaque", "getVolatile");
  private static final ImmutableSet<String> SETS =
      ImmutableSet.of("set", "setOpaque", "setRelease", "setVolatile");

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    Refusal.unless(FieldUpdaters.isHandle(subject.variable().type), "not a handle");
    Edits edits = new Edits(file);
    for (Finding finding : subject.findings()) {
      Tree read = finding.read().map(Effect::at).orElseThrow(() -> new Refusal("no read")).tree();
      new Addition(file, edits, call(read, GETS), call(finding.tree(), SETS)).apply();
    }
    return Patch.lockFree(
        "Make the update by '" + subject.variable().name + "' one atomic operation",
        subjects,
        edits);
  }

  private static MethodInvocationTree call(Tree tree, ImmutableSet<String> names) {
    Refusal.unless(
        tree instanceof MethodInvocationTree call
            && names.contains(ASTHelpers.getSymbol(call).getSimpleName().toString()),
        "not a call on the handle");
    return (MethodInvocationTree) tree;
  }

  /** {@code T x = (T) h.get(o); h.set(o, x + d);} or {@code h.set(o, (T) h.get(o) + d);} */
  private record Addition(
      SourceFile file, Edits edits, MethodInvocationTree get, MethodInvocationTree set) {

    void apply() {
      TreePath statement =
          Statements.ofExpression(file.path(set))
              .orElseThrow(() -> new Refusal("the call is no statement"));
      Refusal.unless(places(set).equals(texts(get.getArguments())), "another variable");
      Refusal.unless(
          get.getArguments().stream().allMatch(a -> Expressions.isPure(a, t -> false)),
          "the object changes");
      Optional<BinaryTree> kept = Statements.previous(statement).flatMap(this::sumIn);
      if (kept.isPresent()) {
        edits.replace(get, added(get, kept.get()));
        edits.delete(statement.getLeaf());
        return;
      }
      BinaryTree sum = sum(set.getArguments().get(places(set).size()));
      Optional<VariableTree> copy =
          Statements.previous(statement).flatMap(before -> copyIn(before, sum));
      if (copy.isEmpty()) {
        Refusal.unless(isRead(sum.getLeftOperand()), "the read is made elsewhere");
        edits.replace(set, added(get, sum));
        return;
      }
      VarSymbol local = ASTHelpers.getSymbol(copy.get());
      boolean isUsedElsewhere = file.usesOf(local).size() > 1;
      edits.replace(isUsedElsewhere ? get : set, added(isUsedElsewhere ? get : set, sum));
      if (isUsedElsewhere) {
        edits.delete(statement.getLeaf());
      } else {
        edits.delete(copy.get(), statement.getLeaf());
      }
    }

    private List<String> places(MethodInvocationTree call) {
      return texts(call.getArguments().subList(0, call.getArguments().size() - 1));
    }

    private List<String> texts(List<? extends ExpressionTree> trees) {
      return trees.stream().map(file::text).toList();
    }

    /** {@code T next = (T) h.get(o) + d; h.set(o, next);} */
    private Optional<BinaryTree> sumIn(Tree before) {
      Tree value = Expressions.strip(set.getArguments().get(places(set).size()));
      return before instanceof VariableTree local
              && local.getInitializer() != null
              && ASTHelpers.getSymbol(local).equals(ASTHelpers.getSymbol(value))
          ? Optional.of(sum(local.getInitializer())).filter(sum -> isRead(sum.getLeftOperand()))
          : Optional.empty();
    }

    private static BinaryTree sum(ExpressionTree tree) {
      ExpressionTree value = Expressions.strip(tree);
      Refusal.unless(value instanceof BinaryTree, "not a sum");
      BinaryTree sum = (BinaryTree) value;
      Refusal.unless(sum.getKind() == Tree.Kind.PLUS, "not a sum");
      Refusal.unless(Expressions.isPure(sum.getRightOperand(), t -> false), "a changing operand");
      return sum;
    }

    /** Returns the declaration of the local variable that keeps what was read for the sum. */
    private Optional<VariableTree> copyIn(Tree before, BinaryTree sum) {
      return before instanceof VariableTree local
              && isRead(local.getInitializer())
              && ASTHelpers.getSymbol(local).equals(ASTHelpers.getSymbol(sum.getLeftOperand()))
              && !Expressions.contains(
                  sum.getRightOperand(),
                  t -> ASTHelpers.getSymbol(local).equals(ASTHelpers.getSymbol(t)))
          ? Optional.of(local)
          : Optional.empty();
    }

    private boolean isRead(Tree value) {
      return value instanceof ExpressionTree expression
          && Expressions.strip(expression) instanceof TypeCastTree cast
          && Expressions.strip(cast.getExpression()) == get;
    }

    private String added(MethodInvocationTree call, BinaryTree sum) {
      String handle = file.text(ASTHelpers.getReceiver(call));
      return handle + ".getAndAdd(" + String.join(", ", places(set)) + ", " + addend(sum) + ")";
    }

    /** A handle checks the types of its arguments when it is called. */
    private String addend(BinaryTree sum) {
      Type type = ASTHelpers.getType(sum.getLeftOperand());
      ExpressionTree addend = Expressions.strip(sum.getRightOperand());
      Refusal.unless(
          type != null && (type.hasTag(TypeTag.INT) || type.hasTag(TypeTag.LONG)), "not a number");
      boolean isShort = type.hasTag(TypeTag.LONG) && ASTHelpers.getType(addend).hasTag(TypeTag.INT);
      Refusal.unless(
          isShort
              ? addend instanceof LiteralTree
              : file.types().isSameType(type, ASTHelpers.getType(addend)),
          "the operand has another type");
      return file.text(addend) + (isShort ? "L" : "");
    }
  }
}
