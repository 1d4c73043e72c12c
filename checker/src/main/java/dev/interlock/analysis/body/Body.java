package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one method, constructor, initialiser or lambda does: its accesses and calls, in source
 * order. Filled once while its tree is read and not changed afterwards; compared by identity.
 */
public final class Body {

  /** What kind of code a body is. */
  public enum Kind {
    METHOD,
    CONSTRUCTOR,
    /** All instance initialisers and field initialisers of a class. */
    INSTANCE_INITIALIZER,
    /** All static initialisers of a class. */
    STATIC_INITIALIZER,
    LAMBDA
  }

  private final Kind kind;
  private final Tree tree;
  private final CompilationUnitTree unit;
  private final ClassSymbol enclosingClass;
  private final @Nullable MethodSymbol method;
  private final @Nullable Body definer;
  private final ImmutableList<VarSymbol> parameters;

  private final List<Access> accesses = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Map<VarSymbol, Value> captures = new LinkedHashMap<>();
  private final Set<VarSymbol> reassigned = new HashSet<>();
  private Value returned = Value.UNKNOWN;
  private ImmutableSet<Dependency> handedOut = ImmutableSet.of();
  private @Nullable Point definedAt;

  Body(
      Kind kind,
      Tree tree,
      CompilationUnitTree unit,
      ClassSymbol enclosingClass,
      @Nullable MethodSymbol method,
      @Nullable Body definer,
      ImmutableList<VarSymbol> parameters) {
    this.kind = kind;
    this.tree = tree;
    this.unit = unit;
    this.enclosingClass = enclosingClass;
    this.method = method;
    this.definer = definer;
    this.parameters = parameters;
  }

  public Kind kind() {
    return kind;
  }

  /** Returns the method, lambda or class tree that holds the code. */
  public Tree tree() {
    return tree;
  }

  public CompilationUnitTree unit() {
    return unit;
  }

  /** Returns the class whose {@code this} the body runs on. */
  public ClassSymbol enclosingClass() {
    return enclosingClass;
  }

  /** Returns the method or constructor, if the body is one. */
  public Optional<MethodSymbol> method() {
    return Optional.ofNullable(method);
  }

  /** Returns the body around a lambda or around a local class. */
  public Optional<Body> definer() {
    return Optional.ofNullable(definer);
  }

  /** Returns the point of the definer at which a lambda is created. */
  public Optional<Point> definedAt() {
    return Optional.ofNullable(definedAt);
  }

  public ImmutableList<VarSymbol> parameters() {
    return parameters;
  }

  public List<Access> accesses() {
    return accesses;
  }

  public List<Call> calls() {
    return calls;
  }

  /**
   * Returns whether a variable is a parameter that holds what the body was called with, from its
   * start to its end.
   */
  public boolean isConstantParameter(VarSymbol variable) {
    return parameters.contains(variable) && !reassigned.contains(variable);
  }

  /** Returns the values that variables of the definer have where this body is created. */
  public Map<VarSymbol, Value> captures() {
    return captures;
  }

  /**
   * Returns what the body returns: any of the values of its {@code return} statements, with what
   * decided between them.
   */
  public Value returned() {
    return returned;
  }

  /** Returns what the values of the {@code return} statements were computed from. */
  public ImmutableSet<Dependency> handedOut() {
    return handedOut;
  }

  /** Returns whether the code runs before its object can be known elsewhere. */
  public boolean isInitialization() {
    return kind == Kind.CONSTRUCTOR
        || kind == Kind.INSTANCE_INITIALIZER
        || kind == Kind.STATIC_INITIALIZER;
  }

  public boolean isLambda() {
    return kind == Kind.LAMBDA;
  }

  /** Returns whether the body runs on no object. */
  public boolean isStatic() {
    return kind == Kind.STATIC_INITIALIZER || (method != null && method.isStatic());
  }

  void add(Access access) {
    accesses.add(access);
  }

  void add(Call call) {
    calls.add(call);
  }

  void capture(VarSymbol variable, Value value) {
    captures.merge(variable, value, Value::or);
  }

  void returns(Value value, ImmutableSet<Dependency> deciding) {
    Value decided = value.and(deciding);
    returned = returned == Value.UNKNOWN ? decided : returned.or(decided);
    if (!handedOut.containsAll(value.dependencies())) {
      handedOut =
          ImmutableSet.<Dependency>builder().addAll(handedOut).addAll(value.dependencies()).build();
    }
  }

  void reassigns(VarSymbol parameter) {
    reassigned.add(parameter);
  }

  void definedAt(Point point) {
    definedAt = point;
  }

  @Override
  public String toString() {
    return enclosingClass + "." + (method == null ? kind : method.getSimpleName());
  }
}
