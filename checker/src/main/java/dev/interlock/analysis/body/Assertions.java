package dev.interlock.analysis.body;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.TypeTag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the compilation that do nothing but to throw unless something holds: what follows
 * a call of them is decided by that, as if the test stood there.
 */
public final class Assertions {
  private final Set<MethodSymbol> checks = new HashSet<>();
  private final Map<MethodSymbol, Integer> arguments = new HashMap<>();

  private Assertions() {}

  /** Returns the assertions that the classes, and the classes in them, declare as methods. */
  public static Assertions of(Iterable<? extends ClassTree> classes) {
    Assertions assertions = new Assertions();
    classes.forEach(assertions::collect);
    return assertions;
  }

  /** Returns whether all that a method does is to throw if something does not hold. */
  boolean isCheck(MethodSymbol method) {
    return checks.contains(method);
  }

  /** Returns the argument that is true whenever a call of a method returns, if there is one. */
  OptionalInt holding(MethodSymbol method) {
    Integer argument = arguments.get(method);
    return argument == null ? OptionalInt.empty() : OptionalInt.of(argument);
  }

  private void collect(ClassTree type) {
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree nested) {
        collect(nested);
      } else if (member instanceof MethodTree method && method.getBody() != null) {
        collect(method);
      }
    }
  }

  private void collect(MethodTree method) {
    MethodSymbol symbol = ASTHelpers.getSymbol(method);
    List<? extends StatementTree> statements = method.getBody().getStatements();
    if (symbol == null
        || symbol.type == null
        || statements.isEmpty()
        || !symbol.getReturnType().hasTag(TypeTag.VOID)
        || !statements.stream().allMatch(Assertions::mayThrow)) {
      return;
    }
    checks.add(symbol);
    if (statements.size() == 1 && statements.get(0) instanceof IfTree test) {
      int argument = symbol.getParameters().indexOf(denied(test.getCondition()));
      if (argument >= 0) {
        arguments.put(symbol, argument);
      }
    }
  }

  /** Returns whether a statement throws if something holds, and else does nothing. */
  private static boolean mayThrow(StatementTree statement) {
    return statement instanceof IfTree test
        && test.getElseStatement() == null
        && endsInThrow(test.getThenStatement());
  }

  private static boolean endsInThrow(StatementTree statement) {
    if (statement instanceof BlockTree block && !block.getStatements().isEmpty()) {
      return endsInThrow(block.getStatements().get(block.getStatements().size() - 1));
    }
    return statement instanceof ThrowTree;
  }

  /** Returns what must be true for a test {@code !x} to fail. */
  private static @Nullable Symbol denied(ExpressionTree test) {
    return ASTHelpers.stripParentheses(test) instanceof UnaryTree negation
            && negation.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
        ? ASTHelpers.getSymbol(ASTHelpers.stripParentheses(negation.getExpression()))
        : null;
  }
}
