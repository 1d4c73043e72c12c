package dev.interlock.report;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import java.util.Optional;

/**
 * What a finding is about: a variable, an array element or a container.
 *
 * @param name as the code names it where the update is made
 * @param typeName the simple name of its declared type; empty if that is not known
 * @param types the qualified names of that type and its supertypes
 */
record Subject(String name, String typeName, ImmutableSet<String> types) {

  static Subject of(Finding finding, Types types) {
    String name = nameOf(finding.write(), finding);
    Optional<Type> type = typeOf(finding.write().access());
    return new Subject(
        name,
        type.map(t -> t.tsym.getSimpleName().toString()).orElse(""),
        type.map(t -> names(t, types)).orElse(ImmutableSet.of()));
  }

  /** Returns the name of what an effect accesses, where the update is made. */
  static String nameOf(Effect effect, Finding finding) {
    return CodeNames.ofLocation(effect.location(), finding.body());
  }

  /** Returns this, named by no more than the variable. */
  Subject named(String shortName) {
    return new Subject(shortName, typeName, types);
  }

  /** Returns whether the declared type is one of these, or extends one of them. */
  boolean isA(String... qualifiedNames) {
    for (String name : qualifiedNames) {
      if (types.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the declared type is primitive or the box of a primitive, of this name. */
  boolean isNumber(String primitive, String box) {
    return types.contains(primitive) || types.contains("java.lang." + box);
  }

  private static ImmutableSet<String> names(Type type, Types types) {
    return type.tsym instanceof ClassSymbol symbol && !type.isPrimitive()
        ? types.closure(symbol.type).stream()
            .map(supertype -> supertype.tsym.getQualifiedName().toString())
            .collect(toImmutableSet())
        : ImmutableSet.of(type.tsym.getQualifiedName().toString());
  }

  private static Optional<Type> typeOf(Access access) {
    AccessPath location = access.location();
    AccessPath named =
        location.last().orElse(null) instanceof Selector.Content ? location.owner() : location;
    if (named.last().orElse(null) instanceof Selector.Field field) {
      return Optional.of(field.symbol().type);
    }
    Tree tree = access.point().tree();
    return variableOf(tree)
        .or(() -> containerOf(tree))
        .flatMap(expression -> Optional.ofNullable(ASTHelpers.getType(expression)));
  }

  /** Returns the variable that an assignment or increment writes. */
  static Optional<ExpressionTree> variableOf(Tree access) {
    if (access instanceof UnaryTree unary) {
      return Optional.of(unary.getExpression());
    }
    if (access instanceof CompoundAssignmentTree assignment) {
      return Optional.of(assignment.getVariable());
    }
    return access instanceof AssignmentTree assignment
        ? Optional.of(assignment.getVariable())
        : Optional.empty();
  }

  private static Optional<ExpressionTree> containerOf(Tree access) {
    if (access instanceof MemberReferenceTree reference) {
      return Optional.of(reference.getQualifierExpression());
    }
    return access instanceof MethodInvocationTree call
        ? Optional.ofNullable(ASTHelpers.getReceiver(call))
        : Optional.empty();
  }
}
