package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a critical section may as well run before it: alien calls and waiting between a look at
 * the guarded variables and the write, and those that compute an operand of the update.
 */
final class Narrowing {
  private final SourceFile file;
  private final ImmutableList<Subject> subjects;
  private final Guard guard;
  private final Map<Tree, Boolean> unwelcome = new IdentityHashMap<>();

  Narrowing(SourceFile file, ImmutableList<Subject> subjects, Guard guard) {
    this.file = file;
    this.subjects = subjects;
    this.guard = guard;
  }

  /** Returns the statements that may be moved to before the section. */
  ImmutableList<StatementTree> movable(CriticalSection section) {
    ImmutableList<StatementTree> statements = section.statements();
    List<StatementTree> kept = new ArrayList<>();
    ImmutableList.Builder<StatementTree> moved = ImmutableList.builder();
    for (StatementTree statement : statements.subList(0, statements.size() - 1)) {
      boolean simple =
          statement instanceof ExpressionStatementTree || statement instanceof VariableTree;
      if (simple && !kept.isEmpty() && isUnwelcome(statement) && mayRunBefore(statement, kept)) {
        moved.add(statement);
      } else if (isQuietLook(statement)) {
        kept.add(statement);
      } else {
        break;
      }
    }
    return moved.build();
  }

  /** Returns the operands that may be computed before the section, in their order. */
  ImmutableList<ExpressionTree> operands(CriticalSection section) {
    List<StatementTree> kept = new ArrayList<>(section.statements());
    kept.removeAll(movable(section));
    List<StatementTree> before = new ArrayList<>();
    for (StatementTree statement : kept) {
      if (isUnwelcome(statement)) {
        return unconditional(statement)
            .filter(this::touchesSubjects)
            .map(tree -> operands(tree, before))
            .orElse(ImmutableList.of());
      }
      if (!isQuietLook(statement)) {
        return ImmutableList.of();
      }
      before.add(statement);
    }
    return ImmutableList.of();
  }

  private ImmutableList<ExpressionTree> operands(Tree root, List<StatementTree> before) {
    Operands operands = new Operands(before);
    operands.scan(root, null);
    ImmutableList<ExpressionTree> found = ImmutableList.copyOf(operands.found);
    boolean inOrder =
        found.stream().allMatch(operand -> nothingHappensBefore(operand, root, found));
    return inOrder ? found : ImmutableList.of();
  }

  /**
   * Returns the looks at each variable, if the section is a statement that only looks at values
   * once; then it can use copies that are taken under the lock.
   *
   * @param uses the uses of the variables in the section
   */
  Optional<ImmutableMap<VarSymbol, ImmutableList<Tree>>> looks(
      CriticalSection section, List<TreePath> uses) {
    if (section.first() != section.last()) {
      return Optional.empty();
    }
    StatementTree statement = section.statements().get(0);
    Optional<ExpressionTree> once = unconditional(statement);
    if (once.isEmpty()) {
      return Optional.empty();
    }
    ImmutableListMultimap.Builder<VarSymbol, Tree> looks = ImmutableListMultimap.builder();
    for (TreePath use : uses) {
      boolean isCopied =
          ASTHelpers.getSymbol(use.getLeaf()) instanceof VarSymbol variable
              && Expressions.contains(once.get(), t -> t == use.getLeaf())
              && isPlainLook(use, variable);
      if (!isCopied) {
        return Optional.empty();
      }
      looks.put((VarSymbol) ASTHelpers.getSymbol(use.getLeaf()), use.getLeaf());
    }
    boolean changes = Expressions.contains(statement, this::mayChangeSubjects);
    return changes
        ? Optional.empty()
        : Optional.of(
            ImmutableMap.copyOf(
                Maps.transformValues(looks.build().asMap(), trees -> ImmutableList.copyOf(trees))));
  }

  private boolean isPlainLook(TreePath use, VarSymbol variable) {
    boolean stable =
        !(use.getLeaf() instanceof MemberSelectTree select)
            || Expressions.isPure(select.getExpression(), t -> false);
    return stable
        && Escapes.isLook(use)
        && !(use.getParentPath().getLeaf() instanceof ArrayAccessTree)
        && (variable.type.isPrimitive() || AtomicRewrite.isString(variable.type));
  }

  private boolean mayChangeSubjects(Tree tree) {
    return subjects.stream().anyMatch(s -> OwnCalls.touches(file, tree, s.variable()));
  }

  /** Returns the part of a statement that is evaluated once, whatever happens. */
  private static Optional<ExpressionTree> unconditional(StatementTree statement) {
    @Nullable ExpressionTree tree = null;
    if (statement instanceof ExpressionStatementTree expression) {
      tree = expression.getExpression();
    } else if (statement instanceof VariableTree variable) {
      tree = variable.getInitializer();
    } else if (statement instanceof ReturnTree result) {
      tree = result.getExpression();
    } else if (statement instanceof IfTree decision) {
      tree = decision.getCondition();
    }
    return Optional.ofNullable(tree);
  }

  /** Returns whether code is better kept out of a critical section. */
  boolean isUnwelcome(Tree tree) {
    return unwelcome.computeIfAbsent(
        tree, t -> AlienCalls.in(file, t) || Waiting.isIn(file, t, guard));
  }

  /** Returns whether something unwelcome in the section may run without the lock. */
  boolean mayShrink(CriticalSection section) {
    return section.statements().stream().anyMatch(this::isUnwelcome)
        && (!movable(section).isEmpty() || !operands(section).isEmpty() || onlyLooks(section));
  }

  /** Returns whether the section may use copies, for all that the statement itself shows. */
  private boolean onlyLooks(CriticalSection section) {
    return section.first() == section.last()
        && unconditional(section.statements().get(0)).isPresent()
        && !Expressions.contains(section.statements().get(0), this::mayChangeSubjects);
  }

  private boolean mayRunBefore(Tree tree, List<StatementTree> kept) {
    return !touchesSubjects(tree)
        && !Expressions.contains(tree, t -> names(t, declaredIn(kept)))
        && kept.stream().noneMatch(s -> Expressions.contains(s, t -> names(t, assignedIn(tree))));
  }

  private static boolean names(Tree tree, Set<Symbol> symbols) {
    return tree instanceof IdentifierTree && symbols.contains(ASTHelpers.getSymbol(tree));
  }

  private static Set<Symbol> declaredIn(List<StatementTree> statements) {
    Set<Symbol> declared = new LinkedHashSet<>();
    for (StatementTree statement : statements) {
      if (statement instanceof VariableTree variable) {
        declared.add(ASTHelpers.getSymbol(variable));
      }
    }
    return declared;
  }

  private static Set<Symbol> assignedIn(Tree tree) {
    Set<Symbol> assigned = new LinkedHashSet<>();
    for (Tree write : Expressions.find(tree, Narrowing::isMutation)) {
      Symbol target =
          ASTHelpers.getSymbol(
              write instanceof AssignmentTree plain
                  ? plain.getVariable()
                  : write instanceof CompoundAssignmentTree update
                      ? update.getVariable()
                      : ((UnaryTree) write).getExpression());
      if (target != null) {
        assigned.add(target);
      }
    }
    return assigned;
  }

  private static boolean isMutation(Tree tree) {
    return tree instanceof AssignmentTree
        || tree instanceof CompoundAssignmentTree
        || (tree instanceof UnaryTree unary && Expressions.isMutation(unary));
  }

  boolean touchesSubjects(Tree tree) {
    return subjects.stream()
        .map(Subject::variable)
        .anyMatch(
            variable ->
                Expressions.contains(
                    tree,
                    t ->
                        ASTHelpers.getSymbol(t) == variable
                            || OwnCalls.touches(file, t, variable)));
  }

  /** Returns whether the statement only copies something into a local variable. */
  private static boolean isQuietLook(StatementTree statement) {
    return statement instanceof VariableTree variable
        && variable.getInitializer() != null
        && !Expressions.contains(variable.getInitializer(), Narrowing::isLoud);
  }

  /** Returns whether {@code tree} does more than look, as far as names tell. */
  private static boolean isLoud(Tree tree) {
    if (tree instanceof MethodInvocationTree call) {
      return !Escapes.isNameOfLook(ASTHelpers.getSymbol(call).getSimpleName().toString())
          && !Expressions.isPure(call, t -> t != call);
    }
    return isMutation(tree) || tree instanceof NewClassTree;
  }

  /** Evaluation goes from left to right: what has ended before must not matter. */
  private boolean nothingHappensBefore(
      ExpressionTree operand, Tree root, List<ExpressionTree> moved) {
    return Expressions.find(
            root, t -> moved.contains(t) || (isLoud(t) && file.end(t) <= file.start(operand)))
        .stream()
        .allMatch(moved::contains);
  }

  /** Collects the largest unwelcome expressions that always run and use nothing guarded. */
  private final class Operands extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final List<StatementTree> before;
    private final List<ExpressionTree> found = new ArrayList<>();

    Operands(List<StatementTree> before) {
      this.before = before;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree == null || !isUnwelcome(tree)) {
        return null;
      }
      boolean isValue =
          tree instanceof ExpressionTree expression
              && !(tree instanceof AssignmentTree || tree instanceof CompoundAssignmentTree)
              && LocalNames.isStandalone(expression)
              && LocalNames.typeOf(file, expression).isPresent();
      if (isValue && mayRunBefore(tree, before)) {
        found.add((ExpressionTree) tree);
        return null;
      }
      return super.scan(tree, null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
      boolean isLazy =
          tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
      return isLazy ? scan(tree.getLeftOperand(), null) : super.visitBinary(tree, null);
    }

    @Override
    public @Nullable Void visitConditionalExpression(
        ConditionalExpressionTree tree, @Nullable Void unused) {
      return scan(tree.getCondition(), null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      return null;
    }
  }
}
