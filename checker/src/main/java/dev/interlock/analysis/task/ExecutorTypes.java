package dev.interlock.analysis.task;

import com.google.common.collect.Iterables;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.library.Operand;
import dev.interlock.library.TypeFlag;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** What the static type of an executor tells, wherever the executor comes from. */
final class ExecutorTypes {
  private final CompilationIndex index;

  ExecutorTypes(CompilationIndex index) {
    this.index = index;
  }

  /** Returns whether all executors of the operand's type run one task at a time. */
  boolean isSerial(Call call, Operand executor) {
    return typeOf(call.tree(), executor)
        .filter(type -> isSerial(type) || isThread(type))
        .isPresent();
  }

  /** Returns whether all executors of a type run one task at a time. */
  boolean isSerial(Type type) {
    return index.library().flags(type.tsym, index.types()).contains(TypeFlag.SERIAL_EXECUTOR)
        || isOwnSerial(type.tsym);
  }

  /** Returns whether the compilation has a serial executor of its own in a class. */
  boolean isOwnSerial(TypeSymbol type) {
    return type instanceof ClassSymbol executor
        && index.isDeclaredHere(executor)
        && ExecutorNames.saysSerial(executor)
        && index.library().flags(executor, index.types()).contains(TypeFlag.EXECUTOR);
  }

  /** Returns the class of a serial executor of which a body is a part, if it is one. */
  Optional<TypeSymbol> ownSerialAround(Body body) {
    for (Symbol owner = body.enclosingClass();
        owner.getKind() != ElementKind.PACKAGE;
        owner = owner.owner) {
      if (owner instanceof TypeSymbol type && isOwnSerial(type)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** An executor that is itself a thread runs on it what it is given. */
  private boolean isThread(Type type) {
    return index.types().closure(type).stream()
        .anyMatch(t -> t.tsym.getQualifiedName().contentEquals("java.lang.Thread"));
  }

  private static Optional<Type> typeOf(Tree call, Operand executor) {
    if (call instanceof NewClassTree made) {
      return Optional.of(made).filter(m -> executor.isReceiver()).map(ASTHelpers::getType);
    }
    return call instanceof MethodInvocationTree invocation
        ? Optional.ofNullable(expression(invocation, executor)).map(ASTHelpers::getType)
        : Optional.empty();
  }

  private static @Nullable ExpressionTree expression(
      MethodInvocationTree invocation, Operand operand) {
    return operand.isReceiver()
        ? ASTHelpers.getReceiver(invocation)
        : Iterables.get(invocation.getArguments(), operand.index(), null);
  }
}
