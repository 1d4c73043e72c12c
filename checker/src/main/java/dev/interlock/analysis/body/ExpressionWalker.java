package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.util.Names;
import dev.interlock.analysis.body.Point.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks expressions in evaluation order, recording what they do; a visit returns the value. */
final class ExpressionWalker extends SimpleTreeVisitor<Value, Void> {
  private final BodyRecorder recorder;
  private final StatementWalker statements;
  private final CallRecorder calls;
  private final Names names;

  /** The results so far of the switch expressions around. */
  private final Deque<Value> yields = new ArrayDeque<>();

  ExpressionWalker(BodyRecorder recorder, StatementWalker statements) {
    super(Value.UNKNOWN);
    this.recorder = recorder;
    this.statements = statements;
    this.calls = new CallRecorder(recorder);
    this.names = recorder.extraction().names();
  }

  Value evaluate(@Nullable ExpressionTree tree) {
    return tree == null ? Value.UNKNOWN : visit(tree, null);
  }

  /** Evaluates an expression whose value nobody looks at. */
  void execute(ExpressionTree tree) {
    if (ASTHelpers.stripParentheses(tree) instanceof MethodInvocationTree call) {
      invoke(call, false);
    } else {
      evaluate(tree);
    }
  }

  /** Adds to the result of the innermost switch expression. */
  void addYielded(Value value) {
    if (!yields.isEmpty()) {
      yields.push(yields.pop().or(value));
    }
  }

  /** Evaluates what an enhanced {@code for} iterates over; returns its elements. */
  Value elementsOf(ExpressionTree tree, Index index) {
    Value iterable = evaluate(tree);
    return ASTHelpers.getType(tree) instanceof Type.ArrayType
        ? recorder.readElement(iterable, index, tree)
        : calls.elements(iterable, index, tree);
  }

  @Override
  protected Value defaultAction(Tree tree, Void unused) {
    ImmutableSet.Builder<Dependency> dependencies = ImmutableSet.builder();
    for (Tree child : Children.of(tree)) {
      if (child instanceof ExpressionTree expression) {
        dependencies.addAll(evaluate(expression).dependencies());
      } else {
        child.accept(this, null);
      }
    }
    return Value.computedFrom(dependencies.build());
  }

  // ---- variables
  // ---------------------------------------------------------------------------------

  @Override
  public Value visitLiteral(LiteralTree tree, Void unused) {
    return Value.UNKNOWN;
  }

  @Override
  public Value visitParenthesized(ParenthesizedTree tree, Void unused) {
    return evaluate(tree.getExpression());
  }

  @Override
  public Value visitTypeCast(TypeCastTree tree, Void unused) {
    return evaluate(tree.getExpression());
  }

  @Override
  public Value visitIdentifier(IdentifierTree tree, Void unused) {
    if (!(ASTHelpers.getSymbol(tree) instanceof VarSymbol variable)) {
      return Value.UNKNOWN;
    }
    if (isSelf(variable)) {
      return Value.of(AccessPath.THIS);
    }
    if (!isField(variable)) {
      return recorder.local(variable);
    }
    return variable.isStatic()
        ? recorder.readStatic(variable, tree)
        : recorder.readField(implicitOwner(variable), variable, tree);
  }

  @Override
  public Value visitMemberSelect(MemberSelectTree tree, Void unused) {
    if (!(ASTHelpers.getSymbol(tree) instanceof VarSymbol variable)) {
      return Value.UNKNOWN;
    }
    if (isSelf(variable)) {
      return outerInstance(ASTHelpers.getSymbol(tree.getExpression()));
    }
    if (tree.getIdentifier() == names._class) {
      return ASTHelpers.getSymbol(tree.getExpression()) instanceof ClassSymbol type
          ? Value.of(AccessPath.of(new Root.ClassObject(type)))
          : Value.UNKNOWN;
    }
    if (variable.isStatic()) {
      return recorder.readStatic(variable, tree);
    }
    return recorder.readField(evaluate(tree.getExpression()), variable, tree);
  }

  private Value outerInstance(@Nullable Symbol type) {
    return type instanceof ClassSymbol outer
        ? recorder.instanceOf(outer).map(Value::of).orElse(Value.UNKNOWN)
        : Value.UNKNOWN;
  }

  private Value implicitOwner(VarSymbol member) {
    return recorder.instanceOf(member.enclClass()).map(Value::of).orElse(Value.UNKNOWN);
  }

  private boolean isSelf(VarSymbol variable) {
    return variable.name == names._this || variable.name == names._super;
  }

  private static boolean isField(VarSymbol variable) {
    return variable.getKind().isField();
  }

  @Override
  public Value visitArrayAccess(ArrayAccessTree tree, Void unused) {
    Value array = evaluate(tree.getExpression());
    return recorder.readElement(array, index(tree), tree);
  }

  private Index index(ArrayAccessTree tree) {
    return new Index(Index.textOf(tree.getIndex()), evaluate(tree.getIndex()));
  }

  // ---- assignments
  // -------------------------------------------------------------------------------

  @Override
  public Value visitAssignment(AssignmentTree tree, Void unused) {
    Target target = target(tree.getVariable());
    Value value = evaluate(tree.getExpression());
    target.store(value, tree);
    return value;
  }

  @Override
  public Value visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    Target target = target(tree.getVariable());
    Value before = target.load(tree);
    Value operand = evaluate(tree.getExpression());
    Value after = Value.computedFrom(before.dependencies()).and(operand.dependencies());
    target.store(after, tree);
    return after;
  }

  @Override
  public Value visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
        Target target = target(tree.getExpression());
        Value value = Value.computedFrom(target.load(tree).dependencies());
        target.store(value, tree);
        return value;
      }
      default -> {
        return Value.computedFrom(evaluate(tree.getExpression()).dependencies());
      }
    }
  }

  /** The left-hand side of an assignment, its parts already evaluated. */
  private interface Target {
    Value load(Tree tree);

    void store(Value value, Tree tree);
  }

  private Target target(ExpressionTree tree) {
    ExpressionTree plain = ASTHelpers.stripParentheses(tree);
    if (plain instanceof ArrayAccessTree element) {
      Value array = evaluate(element.getExpression());
      return ofMember(array, new Selector.Element(index(element)));
    }
    if (!(ASTHelpers.getSymbol(plain) instanceof VarSymbol variable)) {
      evaluate(plain);
      return ofMember(Value.UNKNOWN, new Selector.Element(Index.WHOLE));
    }
    if (!isField(variable)) {
      return ofLocal(variable);
    }
    if (variable.isStatic()) {
      return ofStatic(variable);
    }
    Value owner =
        plain instanceof MemberSelectTree select
            ? evaluate(select.getExpression())
            : implicitOwner(variable);
    return ofMember(owner, new Selector.Field(variable));
  }

  private Target ofLocal(VarSymbol variable) {
    return new Target() {
      @Override
      public Value load(Tree tree) {
        return recorder.local(variable);
      }

      @Override
      public void store(Value value, Tree tree) {
        recorder.assign(variable, value);
      }
    };
  }

  private Target ofStatic(VarSymbol field) {
    return new Target() {
      @Override
      public Value load(Tree tree) {
        return recorder.readStatic(field, tree);
      }

      @Override
      public void store(Value value, Tree tree) {
        recorder.write(AccessPath.ofStatic(field), value, tree);
      }
    };
  }

  private Target ofMember(Value owner, Selector selector) {
    return new Target() {
      @Override
      public Value load(Tree tree) {
        return selector instanceof Selector.Field field
            ? recorder.readField(owner, field.symbol(), tree)
            : recorder.readElement(owner, ((Selector.Element) selector).index(), tree);
      }

      @Override
      public void store(Value value, Tree tree) {
        for (AccessPath path : owner.paths()) {
          path.then(selector).ifPresent(location -> recorder.write(location, value, tree));
        }
      }
    };
  }

  // ---- operators
  // ---------------------------------------------------------------------------------

  @Override
  public Value visitBinary(BinaryTree tree, Void unused) {
    Value left = evaluate(tree.getLeftOperand());
    Value[] right = {Value.UNKNOWN};
    switch (tree.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR ->
          recorder.under(
              tree.getLeftOperand(),
              left,
              tree.getKind() == Tree.Kind.CONDITIONAL_AND ? Outcome.TRUE : Outcome.FALSE,
              () -> right[0] = evaluate(tree.getRightOperand()));
      default -> right[0] = evaluate(tree.getRightOperand());
    }
    ImmutableSet<Dependency> first = left.dependencies();
    return folds(tree)
        ? Value.computedFrom(Dependency.folded(first)).and(right[0].dependencies())
        : Value.computedFrom(first).and(right[0].dependencies());
  }

  /** Returns whether different operands may give the same result, other than by overflow. */
  private static boolean folds(BinaryTree operation) {
    return switch (operation.getKind()) {
      case DIVIDE -> !isProduct(operation.getLeftOperand()); // n * i / k parts n evenly
      case REMAINDER, AND, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> true;
      default -> false;
    };
  }

  private static boolean isProduct(ExpressionTree dividend) {
    return ASTHelpers.stripParentheses(dividend).getKind() == Tree.Kind.MULTIPLY;
  }

  @Override
  public Value visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
    Value decides = evaluate(tree.getCondition());
    Value[] either = {Value.UNKNOWN, Value.UNKNOWN};
    recorder.under(
        tree.getCondition(),
        decides,
        Outcome.TRUE,
        () -> either[0] = evaluate(tree.getTrueExpression()));
    recorder.under(
        tree.getCondition(),
        decides,
        Outcome.FALSE,
        () -> either[1] = evaluate(tree.getFalseExpression()));
    return either[0].or(either[1]).and(decides.dependencies());
  }

  @Override
  public Value visitInstanceOf(InstanceOfTree tree, Void unused) {
    Value value = evaluate(tree.getExpression());
    if (tree.getPattern() instanceof BindingPatternTree binding) {
      recorder.assign(ASTHelpers.getSymbol(binding.getVariable()), value);
    }
    return Value.computedFrom(value.dependencies());
  }

  @Override
  public Value visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
    yields.push(Value.UNKNOWN);
    Value decides = statements.walkCases(tree, tree.getExpression(), tree.getCases());
    return yields.pop().and(decides.dependencies());
  }

  // ---- calls, objects and functions
  // ----------------------------------------------------------------

  @Override
  public Value visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    return invoke(tree, true);
  }

  private Value invoke(MethodInvocationTree tree, boolean resultUsed) {
    ExpressionTree select = tree.getMethodSelect();
    if (!(ASTHelpers.getSymbol(select) instanceof MethodSymbol method)) {
      return defaultAction(tree, null); // the code does not compile
    }
    Value receiver = Value.UNKNOWN;
    boolean onSuper = false;
    if (select instanceof MemberSelectTree member) {
      onSuper =
          member.getExpression() instanceof IdentifierTree name && name.getName() == names._super;
      if (!method.isStatic()) {
        receiver = evaluate(member.getExpression());
      }
    } else if (!method.isStatic()) {
      onSuper = method.isConstructor();
      receiver =
          method.isConstructor()
              ? Value.of(AccessPath.THIS)
              : recorder.instanceOf(method.enclClass()).map(Value::of).orElse(Value.UNKNOWN);
    }
    ImmutableList<Value> arguments = evaluateAll(tree.getArguments());
    return calls.invoke(tree, method, receiver, arguments, !onSuper, resultUsed);
  }

  private ImmutableList<Value> evaluateAll(List<? extends ExpressionTree> trees) {
    ImmutableList.Builder<Value> values = ImmutableList.builderWithExpectedSize(trees.size());
    trees.forEach(tree -> values.add(evaluate(tree)));
    return values.build();
  }

  @Override
  public Value visitNewClass(NewClassTree tree, Void unused) {
    Value outer =
        tree.getEnclosingExpression() != null
            ? evaluate(tree.getEnclosingExpression())
            : Value.UNKNOWN;
    ImmutableList<Value> arguments = evaluateAll(tree.getArguments());
    if (tree.getClassBody() != null) {
      new ClassReader(recorder.extraction(), recorder).read(tree.getClassBody());
    }
    return ((JCNewClass) tree).constructor instanceof MethodSymbol constructor
        ? calls.allocate(tree, constructor, outer, arguments)
        : Value.UNKNOWN; // the code does not compile
  }

  @Override
  public Value visitNewArray(NewArrayTree tree, Void unused) {
    Set<Dependency> sizes = new LinkedHashSet<>();
    tree.getDimensions().forEach(size -> sizes.addAll(evaluate(size).dependencies()));
    List<? extends ExpressionTree> initializers =
        Optional.<List<? extends ExpressionTree>>ofNullable(tree.getInitializers())
            .orElse(List.of());
    ImmutableList<Value> elements = evaluateAll(initializers);
    return calls.allocateArray(tree, elements).and(ImmutableSet.copyOf(sizes));
  }

  @Override
  public Value visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return new FunctionReader(recorder).read(tree);
  }

  @Override
  public Value visitMemberReference(MemberReferenceTree tree, Void unused) {
    return new FunctionReader(recorder).read(tree, this::evaluate);
  }
}
