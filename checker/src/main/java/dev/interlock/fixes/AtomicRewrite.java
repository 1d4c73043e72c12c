package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes uses of a variable as calls on an atomic variable. */
final class AtomicRewrite {
  private final SourceFile file;
  private final Edits edits;
  private final CellType type;
  private final String object;
  private final String parameter;

  AtomicRewrite(SourceFile file, Edits edits, CellType type) {
    this(file, edits, type, "");
  }

  /** For calls on an updater, which are told whose field they are about. */
  AtomicRewrite(SourceFile file, Edits edits, CellType type, String object) {
    this(file, edits, type, object, file.freshName("current"));
  }

  /** For one method, lambda or initialiser, whose local variables are no others. */
  static AtomicRewrite in(SourceFile file, Edits edits, CellType type, Tree code) {
    String parameter = "current";
    for (int i = 2; !file.isFreeIn(code, parameter); i++) {
      parameter = "current" + i;
    }
    return new AtomicRewrite(file, edits, type, "", parameter);
  }

  private AtomicRewrite(
      SourceFile file, Edits edits, CellType type, String object, String parameter) {
    this.file = file;
    this.edits = edits;
    this.type = type;
    this.object = object;
    this.parameter = parameter;
  }

  /** Returns the name of the lambda parameter that stands for the value. */
  String parameter() {
    return parameter;
  }

  CellType type() {
    return type;
  }

  /** {@code x} becomes {@code x.get()}. */
  void read(CellAccess access, CellAccess.Shape shape) {
    if (access.kind() == CellAccess.Kind.LENGTH) {
      edits.insert(file.end(access.tree()), "()");
    } else if (shape != CellAccess.Shape.ATOMIC) {
      edits.replace(
          file.end(access.place()), file.end(access.value()), ".get(" + index(access, "") + ")");
    }
  }

  /** {@code x = e} becomes {@code x.set(e)}. */
  void set(CellAccess access, CellAccess.Shape shape) {
    if (shape != CellAccess.Shape.ATOMIC) {
      Refusal.unless(access.isStatement(file.types()), "the value of the assignment is used");
      around(access, "set", "", ")");
    }
  }

  /** {@code x++} becomes {@code x.incrementAndGet()} or {@code x.getAndIncrement()}. */
  void step(CellAccess access) {
    edits.replace(file.start(access.tree()), file.start(access.place()), "");
    edits.replace(
        file.end(access.place()),
        file.end(access.tree()),
        stepCall(access, access.isPostfix() && !access.isStatement(file.types())));
  }

  /** Returns the call of {@code x++} or {@code --x}; {@code old} if it is to return what was. */
  String stepCall(CellAccess access, boolean old) {
    Refusal.unless(type.isNumber(), "no atomic step for this type");
    String word = access.isIncrement() ? "Increment" : "Decrement";
    String method = old ? "getAnd" + word : word.toLowerCase(java.util.Locale.ROOT) + "AndGet";
    return "." + method + "(" + index(access, "") + ")";
  }

  /** {@code x += e} becomes {@code x.addAndGet(e)}, other operators an accumulation. */
  void compound(CellAccess access) {
    if (isAddition(access)) {
      add(access, "addAndGet");
      return;
    }
    edits.replace(
        file.end(access.place()), file.end(access.tree()), updateCall(access, false, List.of()));
  }

  /** Returns whether the operand stays where it is, as the argument of a call that adds it. */
  boolean isAddition(CellAccess access) {
    Operand operand = of(access.operandOrFail());
    return type.isNumber() && isAdditive(access.tree()) && operand.isIntegral() && !operand.isOne();
  }

  /** {@code x -= e} becomes {@code x.method(-e)}. */
  void add(CellAccess access, String method) {
    Operand operand = of(access.operandOrFail());
    boolean minus = access.tree().getKind() == Tree.Kind.MINUS_ASSIGNMENT;
    around(access, method, operand.opening(minus), operand.closing(minus));
  }

  private Operand of(ExpressionTree operand) {
    return new Operand(operand, type);
  }

  /** Returns the call that makes the update of {@code access} in one step. */
  String updateCall(CellAccess access, boolean old, List<? extends Tree> aliases) {
    if (access.kind() == CellAccess.Kind.STEP) {
      return stepCall(access, old);
    }
    ExpressionTree operand = access.operandOrFail();
    if (access.kind() == CellAccess.Kind.COMPOUND) {
      return aliases.isEmpty()
          ? compoundCall(access, operand, old)
          : selfCall(access, operand, old, aliases);
    }
    return assignmentCall(access, operand, old, aliases);
  }

  private String compoundCall(CellAccess access, ExpressionTree operand, boolean old) {
    String text = file.text(operand);
    if (of(operand).isOne() && isAdditive(access.tree()) && type.isNumber()) {
      boolean plus = access.tree().getKind() == Tree.Kind.PLUS_ASSIGNMENT;
      return stepByOne(access, plus, old);
    }
    if (type.isNumber() && isAdditive(access.tree()) && of(operand).isIntegral()) {
      boolean minus = access.tree().getKind() == Tree.Kind.MINUS_ASSIGNMENT;
      return "."
          + (old ? "getAndAdd(" : "addAndGet(")
          + index(access, ", ")
          + of(operand).opening(minus)
          + text
          + of(operand).closing(minus);
    }
    Refusal.unless(type != CellType.BOOLEAN, "no atomic operator for this type");
    String operator = operator(access.tree());
    String cast = of(operand).cast();
    if (Expressions.isPure(operand, t -> false)) {
      String right = Expressions.needsParentheses(operand) ? "(" + text + ")" : text;
      String result = parameter + " " + operator + " " + right;
      return function(access, old, cast.isEmpty() ? result : cast + "(" + result + ")");
    }
    Refusal.unless(cast.isEmpty(), "the operand has another type");
    Refusal.unless(
        type.isNumber() || isString(ASTHelpers.getType(access.value())), "no accumulator");
    String given =
        isString(ASTHelpers.getType(operand)) || type.isNumber()
            ? text
            : "String.valueOf(" + text + ")";
    String delta = file.freshName("operand");
    return "."
        + (old ? "getAndAccumulate(" : "accumulateAndGet(")
        + index(access, ", ")
        + given
        + ", ("
        + parameter
        + ", "
        + delta
        + ") -> "
        + parameter
        + " "
        + operator
        + " "
        + delta
        + ")";
  }

  /** {@code x += x / 2} becomes {@code x.updateAndGet(current -> current + current / 2)}. */
  private String selfCall(
      CellAccess access, ExpressionTree operand, boolean old, List<? extends Tree> reads) {
    Refusal.unless(of(operand).cast().isEmpty() && type.isNumber(), "the operand has another type");
    Refusal.unless(
        Expressions.isPure(operand, reads::contains), "the new value cannot be computed twice");
    String text = valueText(operand, reads);
    String right = Expressions.needsParentheses(operand) ? "(" + text + ")" : text;
    return function(access, old, parameter + " " + operator(access.tree()) + " " + right);
  }

  private String stepByOne(CellAccess access, boolean plus, boolean old) {
    String method =
        old
            ? (plus ? "getAndIncrement" : "getAndDecrement")
            : (plus ? "incrementAndGet" : "decrementAndGet");
    return "." + method + "(" + index(access, "") + ")";
  }

  private String assignmentCall(
      CellAccess access, ExpressionTree operand, boolean old, List<? extends Tree> reads) {
    ExpressionTree plain = Expressions.strip(operand);
    if (reads.size() == 1) {
      Optional<String> known =
          addition(access, plain, reads.get(0), old)
              .or(() -> extreme(access, plain, reads.get(0), old));
      if (known.isPresent()) {
        return known.get();
      }
    }
    Refusal.unless(
        Expressions.isPure(plain, reads::contains), "the new value cannot be computed twice");
    return function(access, old, valueText(plain, reads));
  }

  /** Returns {@code tree} with the parameter for each of {@code reads}. */
  private String valueText(ExpressionTree tree, List<? extends Tree> reads) {
    Map<Tree, String> replaced = new LinkedHashMap<>();
    reads.forEach(read -> replaced.put(read, parameter));
    return Expressions.render(file, tree, replaced);
  }

  private Optional<String> addition(
      CellAccess access, ExpressionTree tree, Tree read, boolean old) {
    if (!type.isNumber()
        || !(tree instanceof BinaryTree sum)
        || !(sum.getKind() == Tree.Kind.PLUS || sum.getKind() == Tree.Kind.MINUS)) {
      return Optional.empty();
    }
    boolean minus = sum.getKind() == Tree.Kind.MINUS;
    boolean left = Expressions.strip(sum.getLeftOperand()) == read;
    if (!left && (minus || Expressions.strip(sum.getRightOperand()) != read)) {
      return Optional.empty();
    }
    ExpressionTree other = left ? sum.getRightOperand() : sum.getLeftOperand();
    if (!of(other).isIntegral()) {
      return Optional.empty();
    }
    if (of(other).isOne()) {
      return Optional.of(stepByOne(access, !minus, old));
    }
    return Optional.of(
        "."
            + (old ? "getAndAdd(" : "addAndGet(")
            + index(access, ", ")
            + of(other).opening(minus)
            + file.text(other)
            + of(other).closing(minus));
  }

  private Optional<String> extreme(CellAccess access, ExpressionTree tree, Tree read, boolean old) {
    if (!(tree instanceof MethodInvocationTree call)
        || call.getArguments().size() > 2
        || call.getArguments().isEmpty()
        || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    String name = select.getIdentifier().toString();
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (type.isNumber()
        && arguments.size() == 2
        && select.getExpression().toString().equals("Math")
        && (name.equals("max") || name.equals("min"))) {
      ExpressionTree first = Expressions.strip(arguments.get(0));
      ExpressionTree other = first == read ? arguments.get(1) : arguments.get(0);
      return first == read || Expressions.strip(arguments.get(1)) == read
          ? Optional.of(accumulate(access, file.text(other), "Math::" + name, old))
          : Optional.empty();
    }
    Type value = ASTHelpers.getType(access.value());
    boolean sameType =
        arguments.size() == 1
            && type == CellType.REFERENCE
            && select.getExpression() == read
            && value != null
            && isArithmetic(value)
            && file.types().isSameType(value, ASTHelpers.getType(arguments.get(0)));
    return sameType && (name.equals("add") || name.equals("max") || name.equals("min"))
        ? Optional.of(
            accumulate(
                access, file.text(arguments.get(0)), value.tsym.getSimpleName() + "::" + name, old))
        : Optional.empty();
  }

  private static boolean isArithmetic(Type type) {
    String name = type.tsym.getQualifiedName().toString();
    return name.equals("java.math.BigDecimal") || name.equals("java.math.BigInteger");
  }

  /** Returns {@code .accumulateAndGet(given, operator)}. */
  String accumulate(CellAccess access, String given, String operator, boolean old) {
    return "."
        + (old ? "getAndAccumulate(" : "accumulateAndGet(")
        + index(access, ", ")
        + given
        + ", "
        + operator
        + ")";
  }

  /** Returns {@code .updateAndGet(current -> result)}. */
  String function(CellAccess access, boolean old, String result) {
    Refusal.unless(type != CellType.BOOLEAN, "no update function for this type");
    return "."
        + (old ? "getAndUpdate(" : "updateAndGet(")
        + LineBreaks.OPENING
        + index(access, ", ")
        + parameter
        + " -> "
        + result
        + ")";
  }

  /** Returns the place of the variable as written. */
  String place(CellAccess access) {
    return file.text(access.place());
  }

  /** Returns the index as first argument, if there is one. */
  String index(CellAccess access, String separator) {
    if (access.index() == null) {
      return object.isEmpty() ? "" : object + separator;
    }
    String length = file.text(access.place()) + ".length";
    Map<Tree, String> lengths = new LinkedHashMap<>();
    for (Tree tree :
        Expressions.find(
            access.index(), t -> t instanceof MemberSelectTree && file.text(t).equals(length))) {
      lengths.put(tree, length + "()");
    }
    return Expressions.render(file, access.index(), lengths) + separator;
  }

  /** Replaces what is around the operand and leaves the operand as it is. */
  private void around(CellAccess access, String method, String before, String after) {
    ExpressionTree operand = access.operandOrFail();
    int from = file.end(access.place());
    int to = file.start(operand);
    edits.replace(from, to, "." + method + "(" + index(access, ", ") + before);
    edits.close(file.end(operand), after);
  }

  static boolean isAdditive(Tree tree) {
    return tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT
        || tree.getKind() == Tree.Kind.MINUS_ASSIGNMENT;
  }

  static boolean isString(Type type) {
    return type != null && type.tsym.getQualifiedName().contentEquals("java.lang.String");
  }

  private static String operator(Tree tree) {
    return switch (((CompoundAssignmentTree) tree).getKind()) {
      case PLUS_ASSIGNMENT -> "+";
      case MINUS_ASSIGNMENT -> "-";
      case MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER_ASSIGNMENT -> "%";
      case AND_ASSIGNMENT -> "&";
      case OR_ASSIGNMENT -> "|";
      case XOR_ASSIGNMENT -> "^";
      case LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT_ASSIGNMENT -> ">>";
      case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
      default -> throw new Refusal("unknown operator");
    };
  }
}
