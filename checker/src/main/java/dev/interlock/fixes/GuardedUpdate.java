package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A write that an {@code if} around it or just before it decides about.
 *
 * @param decision the {@code if}
 * @param exits whether the {@code if} leaves when the write is not to be made
 * @param write the write
 * @param statement the write as a statement
 * @param reads what in the condition stands for the value of the variable
 */
record GuardedUpdate(
    IfTree decision,
    boolean exits,
    CellAccess write,
    TreePath statement,
    ImmutableList<Tree> reads) {

  /** Returns the {@code if} that decides about {@code statement}, and whether it exits instead. */
  static Optional<IfTree> around(TreePath statement) {
    return Statements.ifAround(statement).map(path -> (IfTree) path.getLeaf());
  }

  /** Returns the {@code if} just before, which leaves unless the statement is to run. */
  static Optional<IfTree> before(TreePath statement) {
    return Statements.previous(statement)
        .filter(IfTree.class::isInstance)
        .map(IfTree.class::cast)
        .filter(d -> d.getElseStatement() == null && Statements.exits(d.getThenStatement()));
  }

  /** Returns the part of the condition that looks at the variable; refuses if it is not one. */
  ExpressionTree test() {
    Tree.Kind kind = exits ? Tree.Kind.CONDITIONAL_OR : Tree.Kind.CONDITIONAL_AND;
    ImmutableList<ExpressionTree> parts = Statements.operands(decision.getCondition(), kind);
    ImmutableList<ExpressionTree> looking =
        parts.stream()
            .filter(part -> Expressions.contains(part, reads::contains))
            .collect(ImmutableList.toImmutableList());
    Refusal.unless(looking.size() == 1, "several parts of the condition look at the variable");
    return looking.get(0);
  }

  /** Returns whether the condition goes on after the look. */
  private boolean goesOn(ExpressionTree test) {
    Tree.Kind kind = exits ? Tree.Kind.CONDITIONAL_OR : Tree.Kind.CONDITIONAL_AND;
    return test != Iterables.getLast(Statements.operands(decision.getCondition(), kind));
  }

  /** Writes the test and the write as one operation. */
  void rewrite(SourceFile file, Edits edits, AtomicRewrite rewrite) {
    ExpressionTree test = test();
    Optional<String> swap = compareAndSet(file, rewrite, test);
    boolean whole = !exits && Statements.isAllOf(statement, decision);
    if (goesOn(test)) {
      String call = swap.orElseThrow(() -> new Refusal("the condition goes on after the look"));
      swapInTheEnd(file, edits, rewrite.place(write) + call, whole);
      return;
    }
    boolean sole = Expressions.strip(decision.getCondition()) == test;
    if (swap.isPresent()) {
      String call = rewrite.place(write) + swap.get();
      if (whole && sole) {
        edits.replaceStatement(decision, call + ";");
      } else {
        edits.replace(test, exits ? "!" + call : call);
        deleteWrite(file, edits, sole);
      }
      return;
    }
    if (whole && sole) {
      edits.replaceStatement(
          decision, rewrite.place(write) + updateInPlace(file, rewrite, test) + ";");
      return;
    }
    Refusal.unless(reads.size() == 1, "the condition looks twice");
    edits.replace(reads.get(0), rewrite.place(write) + chosen(file, rewrite, test, true));
    deleteWrite(file, edits, /* isCall= */ false);
  }

  /** {@code x == a && b} with {@code x = c} after it swaps when all of the condition holds. */
  private void swapInTheEnd(SourceFile file, Edits edits, String call, boolean whole) {
    Tree read = reads.get(0);
    if (!(read instanceof MethodInvocationTree)) {
      Refusal.unless(!(read instanceof ArrayAccessTree), "an element is looked at twice");
      edits.insert(file.end(read), ".get()");
    }
    if (whole) {
      edits.replace(write.tree(), call);
      return;
    }
    ExpressionTree condition = ((ParenthesizedTree) decision.getCondition()).getExpression();
    String operator = LineBreaks.SPACE + (exits ? "|| !" : "&& ");
    edits.insert(file.end(condition), operator + call);
    deleteWrite(file, edits, /* isCall= */ false);
  }

  /** Writes the update where the variable was read into a local that the condition looks at. */
  void rewriteAt(SourceFile file, Edits edits, AtomicRewrite rewrite, Tree read) {
    ExpressionTree condition = decision.getCondition();
    edits.replace(read, rewrite.place(write) + chosen(file, rewrite, condition, true));
    deleteWrite(file, edits, /* isCall= */ false);
  }

  /**
   * Removes the write, which the condition makes now.
   *
   * @param isCall whether the condition is that call and nothing else
   */
  private void deleteWrite(SourceFile file, Edits edits, boolean isCall) {
    if (InvertedDecision.isFor(file, decision, statement)) {
      new InvertedDecision(file, edits, decision).write(isCall);
    } else if (decision.getThenStatement() == statement.getLeaf()) {
      edits.replace(statement.getLeaf(), "{}");
    } else {
      edits.delete(statement.getLeaf());
    }
  }

  private String updateInPlace(SourceFile file, AtomicRewrite rewrite, ExpressionTree test) {
    return extreme(file, rewrite, test).orElseGet(() -> chosen(file, rewrite, test, false));
  }

  /** Returns the call that changes the value if the test holds for it. */
  private String chosen(SourceFile file, AtomicRewrite rewrite, ExpressionTree test, boolean old) {
    Refusal.unless(
        Expressions.isPure(test, reads::contains), "the condition cannot be looked at twice");
    String condition = inTermsOfParameter(file, rewrite, test);
    String changed = newValue(file, rewrite);
    String current = rewrite.parameter();
    String choice = LineBreaks.SPACE + "? %s" + LineBreaks.SPACE + ": %s";
    String values = exits ? choice.formatted(current, changed) : choice.formatted(changed, current);
    return rewrite.function(write, old, condition + values);
  }

  private String inTermsOfParameter(SourceFile file, AtomicRewrite rewrite, Tree tree) {
    Map<Tree, String> replaced = new LinkedHashMap<>();
    reads.forEach(read -> replaced.put(read, rewrite.parameter()));
    String text = Expressions.render(file, Expressions.strip((ExpressionTree) tree), replaced);
    return tree instanceof AssignmentTree ? "(" + text + ")" : text;
  }

  /** Returns the new value in terms of the lambda's parameter. */
  private String newValue(SourceFile file, AtomicRewrite rewrite) {
    String current = rewrite.parameter();
    return switch (write.kind()) {
      case STEP -> current + (write.isIncrement() ? " + 1" : " - 1");
      case COMPOUND -> {
        ExpressionTree operand = write.operandOrFail();
        Refusal.unless(Expressions.isPure(operand, t -> false), "the operand is not constant");
        Refusal.unless(
            file.types().isSameType(ASTHelpers.getType(write.value()), ASTHelpers.getType(operand))
                || rewrite.type() == CellType.LONG,
            "the operand has another type");
        String text = file.text(operand);
        String right = Expressions.needsParentheses(operand) ? "(" + text + ")" : text;
        yield switch (write.tree().getKind()) {
          case PLUS_ASSIGNMENT -> current + " + " + right;
          case MINUS_ASSIGNMENT -> current + " - " + right;
          case MULTIPLY_ASSIGNMENT -> current + " * " + right;
          default -> throw new Refusal("rare operator");
        };
      }
      case ASSIGN -> {
        ExpressionTree operand = Expressions.strip(write.operandOrFail());
        Refusal.unless(Expressions.isPure(operand, reads::contains), "the value is not constant");
        yield Expressions.needsParentheses(operand) && !(operand instanceof BinaryTree)
            ? "(" + inTermsOfParameter(file, rewrite, operand) + ")"
            : inTermsOfParameter(file, rewrite, operand);
      }
      case ATOMIC -> AtomicCalls.newValue(file, write, current);
      default -> throw new Refusal("not a write");
    };
  }

  private Optional<String> compareAndSet(
      SourceFile file, AtomicRewrite rewrite, ExpressionTree test) {
    if (write.kind() != CellAccess.Kind.ASSIGN) {
      return Optional.empty();
    }
    ExpressionTree value = Expressions.strip(write.operandOrFail());
    if (!Expressions.isPure(value, t -> false) || reads.size() != 1) {
      return Optional.empty();
    }
    return expected(file, rewrite, test)
        .map(
            expected ->
                ".compareAndSet("
                    + rewrite.index(write, ", ")
                    + expected
                    + ", "
                    + file.text(value)
                    + ")");
  }

  /** Returns the one value for which the write is made. */
  private Optional<String> expected(SourceFile file, AtomicRewrite rewrite, ExpressionTree test) {
    Tree read = reads.get(0);
    if (rewrite.type() == CellType.BOOLEAN) {
      if (test == read) {
        return Optional.of(exits ? "false" : "true");
      }
      return test.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
              && Expressions.strip(((UnaryTree) test).getExpression()) == read
          ? Optional.of(exits ? "true" : "false")
          : Optional.empty();
    }
    Tree.Kind wanted = exits ? Tree.Kind.NOT_EQUAL_TO : Tree.Kind.EQUAL_TO;
    if (test.getKind() != wanted || !(test instanceof BinaryTree comparison)) {
      return Optional.empty();
    }
    boolean left = Expressions.strip(comparison.getLeftOperand()) == read;
    ExpressionTree other = left ? comparison.getRightOperand() : comparison.getLeftOperand();
    if (!left && Expressions.strip(comparison.getRightOperand()) != read) {
      return Optional.empty();
    }
    boolean comparable = rewrite.type().isNumber() || !ASTHelpers.getType(other).isPrimitive();
    return comparable && Expressions.isPure(other, t -> false)
        ? Optional.of(file.text(other))
        : Optional.empty();
  }

  /**
   * Makes a maximum of a write that an old look decides about: {@code if (old < v) x = v}. Returns
   * whether it is one.
   */
  boolean raises(SourceFile file, Edits edits, AtomicRewrite rewrite) {
    Optional<String> call =
        !exits && Statements.isAllOf(statement, decision)
            ? extreme(file, rewrite, Expressions.strip(decision.getCondition()))
            : Optional.empty();
    call.ifPresent(c -> edits.replaceStatement(decision, rewrite.place(write) + c + ";"));
    return call.isPresent();
  }

  /** {@code if (v > x) x = v} is a maximum. */
  private Optional<String> extreme(SourceFile file, AtomicRewrite rewrite, ExpressionTree test) {
    if (write.kind() != CellAccess.Kind.ASSIGN
        || !rewrite.type().isNumber()
        || reads.size() != 1
        || !(test instanceof BinaryTree comparison)) {
      return Optional.empty();
    }
    String value = file.text(Expressions.strip(write.operandOrFail()));
    boolean left = Expressions.strip(comparison.getLeftOperand()) == reads.get(0);
    ExpressionTree other = left ? comparison.getRightOperand() : comparison.getLeftOperand();
    if (!file.text(Expressions.strip(other)).equals(value)
        || !Expressions.isPure(other, t -> false)
        || other instanceof LiteralTree) {
      return Optional.empty();
    }
    return switch (comparison.getKind()) {
      case GREATER_THAN, GREATER_THAN_EQUAL ->
          Optional.of(rewrite.accumulate(write, value, left ? "Math::min" : "Math::max", false));
      case LESS_THAN, LESS_THAN_EQUAL ->
          Optional.of(rewrite.accumulate(write, value, left ? "Math::max" : "Math::min", false));
      default -> Optional.empty();
    };
  }

  /** Returns the statements that run after the write and may look at the variable again. */
  List<? extends StatementTree> rest() {
    return Statements.following(statement);
  }
}
