package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges the statements of an attempt, which may be made again: they change nothing but local
 * variables of the attempt, and collections that it has made itself.
 */
final class RepeatableSteps {
  /** Collections that are made of others without telling anyone. */
  private static final ImmutableSet<String> COLLECTIONS =
      ImmutableSet.of(
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.LinkedList",
          "java.util.TreeMap",
          "java.util.TreeSet");

  private final SourceFile file;
  private final Predicate<Tree> isLook;
  private final Set<Symbol> locals = new HashSet<>();
  private final Set<Symbol> made = new HashSet<>();

  RepeatableSteps(SourceFile file, Predicate<Tree> isLook) {
    this.file = file;
    this.isLook = isLook;
  }

  /** Refuses what must not be done twice, and what would not mean the same in a loop. */
  void check(StatementTree statement) {
    Refusal.unless(isStep(statement), "something must not be repeated");
  }

  private boolean isStep(StatementTree statement) {
    if (statement instanceof VariableTree local) {
      return declares(local);
    }
    if (statement instanceof IfTree decision) {
      return decision.getElseStatement() == null
          && isRepeatable(decision.getCondition())
          && (leaves(decision) || changesLocals(decision.getThenStatement()));
    }
    return changesLocals(statement);
  }

  private boolean declares(VariableTree local) {
    Symbol symbol = ASTHelpers.getSymbol(local);
    locals.add(symbol);
    if (isNewCollection(local.getInitializer())) {
      made.add(symbol);
    }
    return isRepeatable(local.getInitializer()) && !file.text(local).startsWith("var ");
  }

  private static boolean leaves(IfTree decision) {
    return Statements.exits(decision.getThenStatement())
        && !Expressions.contains(
            decision, t -> t instanceof BreakTree || t instanceof ContinueTree);
  }

  /** {@code next = 0;}, or {@code copy.add(x);} */
  private boolean changesLocals(StatementTree statement) {
    if (statement instanceof BlockTree block) {
      return block.getStatements().stream().allMatch(this::changesLocals);
    }
    return statement instanceof ExpressionStatementTree step && changesLocals(step.getExpression());
  }

  private boolean changesLocals(ExpressionTree step) {
    if (step instanceof AssignmentTree write) {
      return isOneOf(write.getVariable(), locals)
          && !isOneOf(write.getVariable(), made)
          && isRepeatable(write.getExpression());
    }
    if (step instanceof UnaryTree count) {
      return Expressions.isMutation(count) && isOneOf(count.getExpression(), locals);
    }
    if (step instanceof CompoundAssignmentTree change) {
      return isOneOf(change.getVariable(), locals) && isRepeatable(change.getExpression());
    }
    return step instanceof MethodInvocationTree call
        && isOneOf(ASTHelpers.getReceiver(call), made)
        && call.getArguments().stream().allMatch(this::isRepeatable);
  }

  private static boolean isOneOf(@Nullable Tree tree, Set<Symbol> variables) {
    return tree instanceof IdentifierTree && variables.contains(ASTHelpers.getSymbol(tree));
  }

  /** Returns whether an expression may be evaluated again for another attempt. */
  boolean isRepeatable(@Nullable ExpressionTree tree) {
    return tree != null && Expressions.isPure(tree, this::isKnown);
  }

  private boolean isKnown(Tree tree) {
    if (isLook.test(tree) || isLocal(tree)) {
      return true;
    }
    return isNewCollection(tree)
        || (tree instanceof MethodInvocationTree call
            && isCopying(call)
            && call.getArguments().stream().allMatch(this::isRepeatable));
  }

  private boolean isNewCollection(@Nullable Tree tree) {
    return tree instanceof NewClassTree creation
        && creation.getClassBody() == null
        && COLLECTIONS.contains(ASTHelpers.getSymbol(creation).owner.getQualifiedName().toString())
        && creation.getArguments().stream().allMatch(this::isRepeatable);
  }

  /** {@code List.copyOf(c)}, {@code Collections.unmodifiableMap(m)} */
  private static boolean isCopying(MethodInvocationTree call) {
    Symbol method = ASTHelpers.getSymbol(call);
    String name = method.getSimpleName().toString();
    return switch (method.owner.getQualifiedName().toString()) {
      case "java.util.List", "java.util.Set", "java.util.Map" ->
          name.equals("copyOf") || name.equals("of");
      case "java.util.Collections" -> name.startsWith("unmodifiable") || name.startsWith("empty");
      default -> false;
    };
  }

  private static boolean isLocal(Tree tree) {
    Symbol symbol = ASTHelpers.getSymbol(tree);
    return tree instanceof IdentifierTree && symbol != null && !symbol.getKind().isField();
  }
}
