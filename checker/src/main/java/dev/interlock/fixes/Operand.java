package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;

/**
 * What a number is combined with, as the argument of a call: unlike an operator, a call neither
 * narrows nor negates.
 *
 * @param type what it is combined with
 */
record Operand(ExpressionTree tree, CellType type) {

  boolean isIntegral() {
    Type own = ASTHelpers.getType(tree);
    return own != null
        && switch (own.getTag()) {
          case BYTE, SHORT, CHAR, INT, LONG -> true;
          default -> false;
        };
  }

  /** Returns whether it is a one that is written out. */
  boolean isOne() {
    return tree instanceof LiteralTree literal
        && literal.getValue() instanceof Number number
        && number.doubleValue() == 1;
  }

  private boolean isWider() {
    return type == CellType.INT && isLong();
  }

  private boolean isLong() {
    Type own = ASTHelpers.getType(tree);
    return own != null && own.getTag() == TypeTag.LONG;
  }

  /** Returns what goes before the operand, to be added or subtracted. */
  String opening(boolean minus) {
    return minus ? negation() : narrowing();
  }

  private String narrowing() {
    if (!isWider()) {
      return "";
    }
    return Expressions.needsParentheses(tree) ? "(int) (" : "(int) ";
  }

  /** Negating an {@code int} before it is widened would overflow at the least of them. */
  private String negation() {
    String sign =
        isWider()
            ? "(int) -"
            : type == CellType.LONG && !isLong() && !(tree instanceof LiteralTree)
                ? "-(long) "
                : "-";
    return Expressions.needsParentheses(tree) || isSigned() ? sign + "(" : sign;
  }

  /** The parser makes one literal of a minus and the number behind it. */
  private boolean isSigned() {
    return tree.getKind() == Tree.Kind.UNARY_MINUS
        || (tree instanceof LiteralTree literal
            && literal.getValue() instanceof Number number
            && number.doubleValue() < 0);
  }

  /** Returns what goes behind the operand, the end of the call included. */
  String closing(boolean minus) {
    boolean opened = (minus || isWider()) && Expressions.needsParentheses(tree);
    return opened || (minus && isSigned()) ? "))" : ")";
  }

  /** Returns the cast that a compound assignment does silently (JLS 15.26.2). */
  String cast() {
    Type own = ASTHelpers.getType(tree);
    if (!type.isNumber() || own == null) {
      return "";
    }
    boolean narrows = own.getTag() == TypeTag.FLOAT || own.getTag() == TypeTag.DOUBLE || isWider();
    return narrows ? (type == CellType.INT ? "(int) " : "(long) ") : "";
  }
}
