package dev.interlock.fixes;

import com.google.errorprone.suppliers.Supplier;
import com.google.errorprone.suppliers.Suppliers;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import javax.lang.model.element.ElementKind;

/** Whether the object behind a field belongs to the owner of the field alone. */
final class Ownership {
  private static final Supplier<Type> COLLECTION = Suppliers.typeFromString("java.util.Collection");
  private static final Supplier<Type> MAP = Suppliers.typeFromString("java.util.Map");

  private Ownership() {}

  /**
   * Returns whether the field holds an object that was handed in, which several owners may have in
   * common: a lock that each of them has for itself would not guard it.
   */
  static boolean isGiven(SourceFile file, VarSymbol field) {
    if (!field.getKind().isField() || field.isStatic()) {
      return false;
    }
    return (field.owner.flags() & Flags.RECORD) != 0
        || file.usesOf(field).stream()
            .map(use -> Expressions.parentOf(use).getLeaf())
            .anyMatch(
                parent ->
                    parent instanceof AssignmentTree write
                        && ASTHelpers.getSymbol(write.getVariable()) == field
                        && isHandedIn(write.getExpression()));
  }

  private static boolean isHandedIn(ExpressionTree value) {
    ExpressionTree plain = Expressions.strip(value);
    if (plain instanceof IdentifierTree) {
      Symbol symbol = ASTHelpers.getSymbol(plain);
      return symbol != null && symbol.getKind() == ElementKind.PARAMETER;
    }
    if (plain instanceof TypeCastTree cast) {
      return isHandedIn(cast.getExpression());
    }
    if (plain instanceof ConditionalExpressionTree choice) {
      return isHandedIn(choice.getTrueExpression()) || isHandedIn(choice.getFalseExpression());
    }
    if (plain instanceof MemberSelectTree select) {
      return isHandedIn(select.getExpression());
    }
    return plain instanceof MethodInvocationTree call
        && !Escapes.isCopy(call)
        && !call.getMethodSelect().toString().endsWith("clone")
        && (call.getArguments().stream().anyMatch(Ownership::isHandedIn)
            || (call.getMethodSelect() instanceof MemberSelectTree select
                && isHandedIn(select.getExpression())));
  }

  /**
   * Returns whether one may lock the object behind the field itself: an array or a collection that
   * stays the same. A record hands out what it holds to code that knows no lock.
   */
  static boolean mayBeLocked(SourceFile file, VarSymbol field) {
    return ASTHelpers.isConsideredFinal(field)
        && (field.owner.flags() & Flags.RECORD) == 0
        && (file.types().isArray(field.type) || isContainer(file, field.type));
  }

  /** Returns whether the type is that of a collection or of a map. */
  static boolean isContainer(SourceFile file, Type type) {
    Type plain = file.types().erasure(type);
    return isSubtype(file, plain, COLLECTION) || isSubtype(file, plain, MAP);
  }

  private static boolean isSubtype(SourceFile file, Type type, Supplier<Type> wanted) {
    Type above = wanted.get(file.state());
    return above != null && file.types().isSubtype(type, file.types().erasure(above));
  }
}
