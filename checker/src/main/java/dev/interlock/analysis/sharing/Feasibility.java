package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.Getters;
import dev.interlock.analysis.sharing.Precondition.Question;
import dev.interlock.analysis.sharing.Precondition.Question.HasSet;
import dev.interlock.analysis.sharing.Precondition.Question.Is;
import dev.interlock.analysis.sharing.Precondition.Question.IsInstance;
import dev.interlock.analysis.sharing.Precondition.Question.IsNull;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Tells infeasible ways, which no run goes: {@code put(key, value, false)} never gets to what
 * {@code put} does {@code if (onlyIfAbsent)}, and a request that was just made has not been sent
 * yet. Only what the arguments of calls say is looked at (path conditions; King, Symbolic Execution
 * and Program Testing, 1976).
 */
final class Feasibility {
  private final Getters getters;
  private final Types types;

  Feasibility(Getters getters, Types types) {
    this.getters = getters;
    this.types = types;
  }

  /**
   * Returns what must hold of the arguments of the caller, that {@code call} leads to where {@code
   * inside} holds; empty if it never does.
   */
  Optional<ImmutableSet<Precondition>> outside(
      ImmutableSet<Precondition> inside, Body callee, Call call) {
    ImmutableSet.Builder<Precondition> all = ImmutableSet.builder();
    for (Precondition precondition : inside) {
      Optional<Boolean> answer = answer(precondition, callee, call);
      if (answer.isPresent() && answer.get() != precondition.holds()) {
        return Optional.empty();
      }
      if (answer.isEmpty()) {
        passedOn(precondition, callee, call).ifPresent(all::add);
      }
    }
    return Optional.of(all.build());
  }

  private Optional<Boolean> answer(Precondition asked, Body callee, Call call) {
    if (asked.question() instanceof HasSet) {
      Value object = object(asked, callee, call);
      return isNew(object) && isFirstUse(call, object) ? Optional.of(false) : Optional.empty();
    }
    return argument(asked, callee, call).flatMap(tree -> answer(asked.question(), tree));
  }

  private Optional<Boolean> answer(Question question, ExpressionTree argument) {
    boolean isNull = argument.getKind() == Tree.Kind.NULL_LITERAL;
    Optional<Object> constant = Preconditions.constantOf(argument);
    if (question instanceof IsNull) {
      return isNull || constant.isPresent() || argument instanceof NewClassTree
          ? Optional.of(isNull)
          : Optional.empty();
    }
    if (question instanceof IsInstance instance) {
      return isNull
          ? Optional.of(false)
          : argument instanceof NewClassTree made
              ? Optional.of(isOf(ASTHelpers.getType(made), instance.type()))
              : Optional.empty();
    }
    return constant.map(value -> value.equals(((Is) question).constant()));
  }

  private boolean isOf(Type made, Type asked) {
    return types.isSubtype(types.erasure(made), types.erasure(asked));
  }

  private static Value object(Precondition asked, Body callee, Call call) {
    if (asked.parameter().isEmpty()) {
      return call.receiver();
    }
    int position = callee.parameters().indexOf(asked.parameter().get());
    return position < 0 || position >= call.arguments().size()
        ? Value.UNKNOWN
        : call.arguments().get(position);
  }

  private boolean isNew(Value object) {
    return !object.paths().isEmpty() && object.paths().stream().allMatch(getters::isNew);
  }

  /**
   * Returns whether the call is the first thing that its body does to an object, as far as it is
   * not done again and again.
   */
  private static boolean isFirstUse(Call call, Value object) {
    if (!isOfOneTurn(call, object)) {
      return false;
    }
    for (Call other : call.body().calls()) {
      if (other != call && isGiven(other, object) && isBefore(other.point(), call.point())) {
        return false;
      }
    }
    for (Access access : call.body().accesses()) {
      if (access.isWrite()
          && object.paths().stream().anyMatch(path -> concerns(access, path))
          && isBefore(access.point(), call.point())) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a call is made on an object that a value may be, or is given one. */
  private static boolean isGiven(Call call, Value object) {
    if (!Collections.disjoint(call.receiver().paths(), object.paths())) {
      return true;
    }
    for (Value argument : call.arguments()) {
      if (!Collections.disjoint(argument.paths(), object.paths())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a call in a loop is given another object in each turn. */
  private static boolean isOfOneTurn(Call call, Value object) {
    Loop loop = call.point().loop();
    return loop == null
        || object.paths().stream()
                .flatMap(path -> madeAt(path.root(), call.body()).stream())
                .filter(made -> loop.equals(made.loop()))
                .count()
            == object.paths().size();
  }

  private static Optional<Point> madeAt(Root object, Body body) {
    if (object instanceof Root.Fresh made && made.allocation().body() == body) {
      return Optional.of(made.allocation().point());
    }
    return object instanceof Root.Result made && made.call().body() == body
        ? Optional.of(made.call().point())
        : Optional.empty();
  }

  private static boolean isBefore(Point one, Point other) {
    return one.order() < other.order() && !one.isAlternativeTo(other);
  }

  /** Returns whether a write changes an object, or lets others know it. */
  private static boolean concerns(Access write, AccessPath object) {
    return write.location().startsWith(object) || write.written().paths().contains(object);
  }

  /** Returns the question as one about a parameter that the caller hands on. */
  private Optional<Precondition> passedOn(Precondition asked, Body callee, Call call) {
    if (asked.question() instanceof HasSet) {
      return passedObject(asked, call, object(asked, callee, call));
    }
    return argument(asked, callee, call)
        .map(ASTHelpers::getSymbol)
        .filter(symbol -> isParameter(symbol, call.body()))
        .map(symbol -> asked.of(Optional.of((VarSymbol) symbol)));
  }

  private static Optional<Precondition> passedObject(Precondition asked, Call call, Value value) {
    if (value.paths().size() != 1 || !isFirstUse(call, value)) {
      return Optional.empty();
    }
    AccessPath object = value.paths().iterator().next();
    if (!object.selectors().isEmpty()) {
      return Optional.empty();
    }
    if (object.root() instanceof Root.This) {
      return Optional.of(asked.of(Optional.empty()));
    }
    return object.root() instanceof Root.Variable variable
            && isParameter(variable.symbol(), call.body())
        ? Optional.of(asked.of(Optional.of(variable.symbol())))
        : Optional.empty();
  }

  private static boolean isParameter(Symbol symbol, Body body) {
    return symbol instanceof VarSymbol variable && body.isConstantParameter(variable);
  }

  /** Returns the argument that a call gives for the parameter that is asked about. */
  private static Optional<ExpressionTree> argument(Precondition asked, Body callee, Call call) {
    int position = asked.parameter().map(callee.parameters()::indexOf).orElse(-1);
    List<? extends ExpressionTree> arguments = arguments(call.tree());
    return position < 0 || position >= arguments.size() || call.method().isVarArgs()
        ? Optional.empty()
        : Optional.of(ASTHelpers.stripParentheses(arguments.get(position)));
  }

  private static List<? extends ExpressionTree> arguments(Tree call) {
    if (call instanceof MethodInvocationTree invocation) {
      return invocation.getArguments();
    }
    return call instanceof NewClassTree made ? made.getArguments() : List.of();
  }
}
