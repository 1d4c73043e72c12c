package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Questions about expressions, and writing them anew with parts replaced. */
final class Expressions {
  private static final ImmutableSet<String> PURE_TYPES =
      ImmutableSet.of(
          "java.lang.String",
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.util.Objects",
          "java.util.Optional",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.time.Duration",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime");

  private Expressions() {}

  /**
   * Returns whether an expression may be evaluated at another time and again without a difference,
   * in a lambda too; trees that {@code known} accepts are taken for granted.
   */
  static boolean isPure(@Nullable Tree tree, Predicate<Tree> known) {
    if (tree == null || known.test(tree) || tree instanceof LiteralTree) {
      return true;
    }
    if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
      return isConstantName((ExpressionTree) tree, known);
    }
    if (tree instanceof ParenthesizedTree inside) {
      return isPure(inside.getExpression(), known);
    }
    if (tree instanceof TypeCastTree cast) {
      return isPure(cast.getExpression(), known);
    }
    if (tree instanceof BinaryTree binary) {
      return isPure(binary.getLeftOperand(), known) && isPure(binary.getRightOperand(), known);
    }
    if (tree instanceof UnaryTree unary) {
      return !isMutation(unary) && isPure(unary.getExpression(), known);
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      return isPure(choice.getCondition(), known)
          && isPure(choice.getTrueExpression(), known)
          && isPure(choice.getFalseExpression(), known);
    }
    if (tree instanceof InstanceOfTree test) {
      return test.getPattern() == null && isPure(test.getExpression(), known);
    }
    if (tree instanceof NewClassTree made) {
      return made.getClassBody() == null
          && isValueType(ASTHelpers.getType(made))
          && allPure(made.getArguments(), known);
    }
    return tree instanceof MethodInvocationTree call && isPureCall(call, known);
  }

  private static boolean allPure(List<? extends Tree> trees, Predicate<Tree> known) {
    return trees.stream().allMatch(tree -> isPure(tree, known));
  }

  private static boolean isConstantName(ExpressionTree tree, Predicate<Tree> known) {
    Symbol symbol = ASTHelpers.getSymbol(tree);
    if (!(symbol instanceof VarSymbol variable)) {
      return symbol instanceof Symbol.TypeSymbol;
    }
    boolean fixed = (variable.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0;
    boolean self = variable.name.contentEquals("this") || variable.name.contentEquals("length");
    return (fixed || self)
        && (tree instanceof IdentifierTree
            || variable.isStatic()
            || isPure(((MemberSelectTree) tree).getExpression(), known));
  }

  private static boolean isPureCall(MethodInvocationTree call, Predicate<Tree> known) {
    MethodSymbol method = ASTHelpers.getSymbol(call);
    if (!allPure(call.getArguments(), known)
        || method.getSimpleName().contentEquals("now")
        || !(isValueType(method.owner.type)
            || isRecordAccessor(method)
            || isCurrentThread(method))) {
      return false;
    }
    return method.isStatic()
        || (call.getMethodSelect() instanceof MemberSelectTree select
            && isPure(select.getExpression(), known));
  }

  /** What is asked for its thread in a lambda that is called at once says the same. */
  private static boolean isCurrentThread(MethodSymbol method) {
    return method.getSimpleName().contentEquals("currentThread")
        && method.owner.getQualifiedName().contentEquals("java.lang.Thread");
  }

  private static boolean isRecordAccessor(MethodSymbol method) {
    return (method.owner.flags() & Flags.RECORD) != 0
        && (method.flags() & Flags.GENERATED_MEMBER) != 0;
  }

  private static boolean isValueType(@Nullable Type type) {
    if (type == null) {
      return false;
    }
    return PURE_TYPES.contains(type.tsym.getQualifiedName().toString())
        || ((type.tsym.flags() & Flags.RECORD) != 0 && hasPlainConstructor(type));
  }

  /** Returns whether a record is made that keeps what it is given, and does no more. */
  static boolean isPlainRecord(NewClassTree made) {
    Type type = ASTHelpers.getType(made);
    return type != null && (type.tsym.flags() & Flags.RECORD) != 0 && hasPlainConstructor(type);
  }

  /** Returns whether no one has written code into the constructors of a record. */
  private static boolean hasPlainConstructor(Type record) {
    for (Symbol member : record.tsym.members().getSymbols()) {
      if (member.isConstructor() && (member.flags() & Flags.GENERATEDCONSTR) == 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isMutation(UnaryTree unary) {
    return switch (unary.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  /** Returns the parts of {@code root} that {@code wanted} accepts, outermost first. */
  static List<Tree> find(Tree root, Predicate<Tree> wanted) {
    List<Tree> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree != null && wanted.test(tree)) {
          found.add(tree);
          return null;
        }
        return super.scan(tree, null);
      }
    }.scan(root, null);
    return found;
  }

  /** Returns the parts of {@code root} that {@code wanted} accepts, also those inside of others. */
  static List<Tree> findAll(Tree root, Predicate<Tree> wanted) {
    List<Tree> found = new ArrayList<>();
    find(
        root,
        tree -> {
          if (wanted.test(tree)) {
            found.add(tree);
          }
          return false;
        });
    return found;
  }

  /** Returns whether a use of a variable gives it another value. */
  static boolean isAssigned(TreePath use) {
    Tree parent = parentOf(use).getLeaf();
    return (parent instanceof AssignmentTree write && write.getVariable() == use.getLeaf())
        || (parent instanceof CompoundAssignmentTree update
            && update.getVariable() == use.getLeaf())
        || (parent instanceof UnaryTree step && isMutation(step));
  }

  static boolean contains(Tree root, Predicate<Tree> wanted) {
    return !find(root, wanted).isEmpty();
  }

  /** Returns the text of {@code root} with parts replaced. */
  static String render(SourceFile file, Tree root, Map<Tree, String> replacements) {
    StringBuilder out = new StringBuilder();
    int at = file.start(root);
    for (Tree part : find(root, replacements::containsKey)) {
      out.append(file.text(), at, file.start(part)).append(replacements.get(part));
      at = file.end(part);
    }
    return out.append(file.text(), at, file.end(root)).toString();
  }

  static ExpressionTree strip(ExpressionTree tree) {
    return ASTHelpers.stripParentheses(tree);
  }

  /** Returns the path of the nearest parent that is not a parenthesis. */
  static TreePath parentOf(TreePath path) {
    TreePath at = path.getParentPath();
    while (at.getLeaf() instanceof ParenthesizedTree) {
      at = at.getParentPath();
    }
    return at;
  }

  /** Returns whether an operand of a higher operator needs parentheses around {@code tree}. */
  static boolean needsParentheses(Tree tree) {
    return tree instanceof BinaryTree
        || tree instanceof ConditionalExpressionTree
        || tree instanceof InstanceOfTree
        || tree instanceof TypeCastTree
        || tree instanceof AssignmentTree
        || tree instanceof CompoundAssignmentTree
        || tree instanceof LambdaExpressionTree;
  }

  /** Returns whether {@code tree} is an array element with an index that is written out. */
  static boolean isElement(Tree tree) {
    return tree instanceof ArrayAccessTree;
  }
}
