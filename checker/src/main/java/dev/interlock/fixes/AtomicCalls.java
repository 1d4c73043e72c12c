package dev.interlock.fixes;

import com.google.common.collect.Iterables;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;

/** What the one-step methods of atomic variables do. */
final class AtomicCalls {
  private AtomicCalls() {}

  /** Returns the value after a call of {@code incrementAndGet} and the like. */
  static String newValue(SourceFile file, CellAccess access, String current) {
    MethodInvocationTree call = (MethodInvocationTree) access.tree();
    Refusal.unless(access.isStatement(file.types()), "the result of the update is used");
    return switch (((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString()) {
      case "incrementAndGet", "getAndIncrement" -> current + " + 1";
      case "decrementAndGet", "getAndDecrement" -> current + " - 1";
      case "addAndGet", "getAndAdd" -> {
        ExpressionTree delta = Iterables.getLast(call.getArguments());
        Refusal.unless(Expressions.isPure(delta, t -> false), "the operand is not constant");
        yield current
            + " + "
            + (Expressions.needsParentheses(delta)
                ? "(" + file.text(delta) + ")"
                : file.text(delta));
      }
      default -> throw new Refusal("no formula for the update");
    };
  }
}
