package dev.interlock.analysis.verdict;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.Answers;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.library.MethodEffect.Launches;
import java.util.stream.Stream;

/** Grades findings by their evidence, as {@code docs/confidence.md} describes. */
final class Grading {
  /** Chains of so many calls have mostly led through code that never runs that way. */
  private static final int LONG_CHAIN = 10;

  /** So many changes of threads on one way have mostly been two roles of one thread. */
  private static final int MANY_CROSSINGS = 3;

  private Grading() {}

  /** Returns how sure a finding is. */
  static Confidence of(Finding finding) {
    return switch (finding.witness()) {
      case REACH -> isFarFetched(finding) ? Confidence.SUSPECTED : Confidence.CERTAIN;
      case DECLARATION -> ofDeclared(finding);
      case LOCKING -> ofLocked(finding);
      case ENTRY, GLOBAL, SIBLING, KEY, COMMENT, OVERRIDE, CHANGE, SECTION -> Confidence.LIKELY;
    };
  }

  private static boolean isFarFetched(Finding finding) {
    return Stream.concat(Stream.of(finding.run()), finding.other().stream())
        .anyMatch(Grading::isFarFetched);
  }

  private static boolean isFarFetched(Context context) {
    return context.steps().size() >= LONG_CHAIN || context.crossings().size() >= MANY_CROSSINGS;
  }

  /** A volatile flag is a signal far more often than it is a lock. */
  private static Confidence ofDeclared(Finding finding) {
    if (finding.kind() != FindingKind.NON_ATOMIC_CHECK_THEN_ACT) {
      return Confidence.CERTAIN;
    }
    if (finding.location() == LocationKind.VOLATILE) {
      Access write = finding.write().access();
      return isDecidedByValue(write)
              || decidesLaunch(write)
              || Answers.tellTheOutcome(write.body())
              || isNewValue(write)
          ? Confidence.LIKELY
          : Confidence.SUSPECTED;
    }
    return Confidence.LIKELY;
  }

  /**
   * Returns whether a task is launched where the write is made: twice, if two threads get there.
   */
  private static boolean decidesLaunch(Access write) {
    return write.point().control() != null
        && write.body().calls().stream()
            .filter(call -> call.point().isUnder(write.point().control()))
            .anyMatch(Grading::launchesOrCallsBack);
  }

  /**
   * Returns whether a value is stored where it is found to be another one than before, and code of
   * the compilation is called then: twice, if two threads find so.
   */
  private static boolean isNewValue(Access write) {
    Condition control = write.point().control();
    return control != null
        && control.tree() instanceof ExpressionTree test
        && write.point().tree() instanceof AssignmentTree stored
        && ASTHelpers.stripParentheses(test) instanceof UnaryTree not
        && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
        && ASTHelpers.stripParentheses(not.getExpression()) instanceof MethodInvocationTree equals
        && comparesWith(equals, stored.getExpression())
        && write.body().calls().stream()
            .filter(call -> call.point().isUnder(control))
            .anyMatch(call -> call.model().isEmpty());
  }

  private static boolean comparesWith(MethodInvocationTree equals, ExpressionTree value) {
    MethodSymbol method = ASTHelpers.getSymbol(equals);
    Symbol stored = ASTHelpers.getSymbol(value);
    return method.getSimpleName().contentEquals("equals")
        && stored != null
        && Stream.concat(
                Stream.ofNullable(ASTHelpers.getReceiver(equals)), equals.getArguments().stream())
            .anyMatch(operand -> stored.equals(ASTHelpers.getSymbol(operand)));
  }

  private static boolean launchesOrCallsBack(Call call) {
    return call.model().filter(model -> model.effect(Launches.class).isPresent()).isPresent()
        || ASTHelpers.hasDirectAnnotationWithSimpleName(
            call.method().enclClass(), "FunctionalInterface");
  }

  /**
   * Returns whether a write hangs on whether there is a value yet, on which is greater, or on the
   * state that an enum says.
   */
  private static boolean isDecidedByValue(Access write) {
    if (isFlag(write)) {
      return false;
    }
    for (Condition c = write.point().control(); c != null; c = c.outer()) {
      if (c.tree() instanceof SwitchTree
          || (c.tree() instanceof ExpressionTree test && asksForValue(test))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOrdered(Access write) {
    Condition innermost = write.point().control();
    return innermost != null && innermost.isOrder();
  }

  /** What is compared beside a flag is something else. */
  private static boolean isFlag(Access write) {
    return CompilationIndex.variableOf(write)
        .filter(v -> v.type.hasTag(TypeTag.BOOLEAN))
        .isPresent();
  }

  private static boolean asksForValue(ExpressionTree test) {
    if (!(ASTHelpers.stripParentheses(test) instanceof BinaryTree binary)) {
      return false;
    }
    return switch (binary.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR ->
          asksForValue(binary.getLeftOperand()) || asksForValue(binary.getRightOperand());
      default -> isOrder(binary.getKind()) || comparesWithNull(binary) || comparesEnums(binary);
    };
  }

  private static boolean comparesEnums(BinaryTree test) {
    Type type = ASTHelpers.getType(test.getLeftOperand());
    return type != null && (type.tsym.flags() & Flags.ENUM) != 0;
  }

  private static boolean isOrder(Tree.Kind operator) {
    return switch (operator) {
      case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL -> true;
      default -> false;
    };
  }

  private static boolean comparesWithNull(BinaryTree test) {
    return test.getLeftOperand().getKind() == Tree.Kind.NULL_LITERAL
        || test.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL;
  }

  /** A lock around reads alone says little about those who write, unless they count. */
  private static Confidence ofLocked(Finding finding) {
    boolean readsOnly =
        finding.run().locks().isEmpty()
            && finding.kind() != FindingKind.SPLIT_CRITICAL_SECTION
            && finding.conflicting().filter(Access::isWrite).isEmpty();
    if (!readsOnly) {
      return Confidence.CERTAIN;
    }
    boolean counts =
        finding.read().filter(read -> finding.write().data().reads().contains(read)).isPresent();
    return counts || isOrdered(finding.write().access()) ? Confidence.LIKELY : Confidence.SUSPECTED;
  }
}
