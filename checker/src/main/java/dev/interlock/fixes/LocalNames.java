package dev.interlock.fixes;

import com.google.common.base.Ascii;
import com.google.common.base.CaseFormat;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.tools.javac.code.Source;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.util.Backports;
import java.util.Optional;

/** Types and names of local variables that a patch declares. */
final class LocalNames {
  private LocalNames() {}

  /** Returns the type as one writes it in the file; empty if that would need an import. */
  static Optional<String> written(SourceFile file, Type type) {
    if (type.isPrimitive()) {
      return Optional.of(type.toString());
    }
    boolean isKnown =
        type.getTag() == TypeTag.CLASS
            && type.getTypeArguments().isEmpty()
            && (file.declarationOf(type.tsym).isPresent()
                || Backports.enclosingPackage(type.tsym)
                    .getQualifiedName()
                    .contentEquals("java.lang"));
    return isKnown && !type.tsym.isAnonymous()
        ? Optional.of(type.tsym.getSimpleName().toString())
        : Optional.empty();
  }

  /** Returns the type for a variable that is declared with {@code value}, or {@code var}. */
  static Optional<String> typeOf(SourceFile file, ExpressionTree value) {
    Type type = ASTHelpers.getType(value);
    if (type == null || type.getTag() == TypeTag.VOID || type.getTag() == TypeTag.BOT) {
      return Optional.empty();
    }
    Optional<String> written =
        Expressions.strip(value) instanceof TypeCastTree cast
            ? Optional.of(file.text(cast.getType()))
            : written(file, type);
    boolean mayInfer =
        type.getTag() == TypeTag.CLASS
            && !type.tsym.isAnonymous()
            && Source.Feature.LOCAL_VARIABLE_TYPE_INFERENCE.allowedInSource(
                Source.instance(file.state().context));
    return written.or(() -> mayInfer ? Optional.of("var") : Optional.empty());
  }

  /**
   * Returns whether the expression has the same type wherever it stands; that of others depends on
   * what they are assigned to (poly expressions, JLS 15.2).
   */
  static boolean isStandalone(ExpressionTree tree) {
    ExpressionTree plain = Expressions.strip(tree);
    if (plain instanceof NewClassTree made) {
      return !isDiamond(made);
    }
    if (plain instanceof MethodInvocationTree call) {
      MethodSymbol method = ASTHelpers.getSymbol(call);
      return method.getTypeParameters().isEmpty();
    }
    return !(plain instanceof com.sun.source.tree.LambdaExpressionTree
        || plain instanceof com.sun.source.tree.MemberReferenceTree
        || plain instanceof com.sun.source.tree.ConditionalExpressionTree);
  }

  private static boolean isDiamond(NewClassTree made) {
    return made.getIdentifier() instanceof com.sun.source.tree.ParameterizedTypeTree generic
        && generic.getTypeArguments().isEmpty();
  }

  /** Returns a name for the value of an expression. */
  static String wanted(ExpressionTree value) {
    ExpressionTree plain = Expressions.strip(value);
    if (plain instanceof MethodInvocationTree call) {
      String name = ASTHelpers.getSymbol(call).getSimpleName().toString();
      boolean getter =
          name.length() > 3 && name.startsWith("get") && Ascii.isUpperCase(name.charAt(3));
      return getter ? CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_CAMEL, name.substring(3)) : name;
    }
    if (plain instanceof NewClassTree made) {
      String name = ASTHelpers.getType(made).tsym.getSimpleName().toString();
      return CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_CAMEL, name);
    }
    return "operand";
  }
}
