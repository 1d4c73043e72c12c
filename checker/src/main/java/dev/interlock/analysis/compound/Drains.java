package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.MethodEffect.Use;
import java.util.Comparator;
import java.util.Optional;

/** Finds reads whose location the same code sets back, or gives another value, afterwards. */
public final class Drains {
  private static final ImmutableSet<String> NUMBERS =
      ImmutableSet.of(
          "java.lang.Integer", "java.lang.Long", "java.lang.Double", "java.math.BigDecimal");

  private Drains() {}

  /** Returns the read that comes before {@code write}, if that sets the location back. */
  static Optional<Effect> readBefore(Effect write, EffectSummary summary) {
    boolean reset = isReset(write.access()) || isRemovedCount(write);
    if (!(reset || isReplacement(write)) || readsOutItself(write)) {
      return Optional.empty();
    }
    return summary.effects().stream()
        .filter(read -> read.access().isRead() && read.at().order() < write.at().order())
        .filter(read -> CompoundFinder.sameLocation(read.location(), write.location()))
        .filter(read -> reset ? isUsed(read) : isLetGo(read, write))
        .filter(read -> write.at().isUnderConditionsOf(read.at()))
        .max(Comparator.comparingInt(read -> read.at().order()));
  }

  /**
   * Returns whether a write takes off what it has read in one step, {@code sum.addAndGet(-seen)}:
   * what others have added in between stays.
   */
  static boolean takesOff(Effect write) {
    return write.access().kind() == Access.Kind.UPDATE
        && write.access().through().isPresent()
        && write.access().point().tree() instanceof MethodInvocationTree call
        && call.getArguments().size() == 1
        && ASTHelpers.stripParentheses(call.getArguments().get(0)).getKind() == Kind.UNARY_MINUS
        && ASTHelpers.stripParentheses(
                ((UnaryTree) ASTHelpers.stripParentheses(call.getArguments().get(0)))
                    .getExpression())
            instanceof IdentifierTree
        && CompoundFinder.readsItself(write.data(), write);
  }

  /** Returns whether a write puts another value in the place of what was there. */
  static boolean isExchange(Effect write) {
    return !isReset(write.access()) && !isRemovedCount(write);
  }

  /** Returns whether a number is removed from a map whatever it is by then. */
  public static boolean isRemovedCount(Effect write) {
    Access access = write.access();
    return access.kind() == Access.Kind.UPDATE
        && !access.isConditional()
        && HarmlessChecks.isKeyed(access.location())
        && access.through().filter(call -> !call.isResultUsed()).isPresent()
        && access
            .through()
            .flatMap(Call::model)
            .filter(model -> model.effect(Stores.class).isEmpty())
            .isPresent()
        && access.location().variable().filter(v -> holdsNumbers(v.type)).isPresent();
  }

  private static boolean holdsNumbers(Type map) {
    return map.getTypeArguments().size() == 2
        && NUMBERS.contains(map.getTypeArguments().last().tsym.getQualifiedName().toString());
  }

  /** Returns whether a write leaves a constant, or something new and empty. */
  private static boolean isReset(Access write) {
    Value written = write.written();
    return write.kind() == Access.Kind.WRITE
        && written.dependencies().stream().allMatch(Drains::isAllocation)
        && written.paths().stream().allMatch(path -> path.root() instanceof Root.Fresh);
  }

  private static boolean isReplacement(Effect write) {
    return write.via().isEmpty()
        && write.access().kind() == Access.Kind.WRITE
        && write.data().reads().isEmpty();
  }

  /**
   * Returns whether code is done with what it has replaced: it hands that out, has it close itself,
   * or goes by the flag that it was. Two threads that replace the same would both do so.
   */
  private static boolean isLetGo(Effect read, Effect write) {
    Body body = write.access().body();
    Dependency old = new Dependency.OnRead(read.access());
    return read.via().isEmpty()
        && read.access().body() == body
        && (body.handedOut().contains(old)
            || body.calls().stream()
                .filter(call -> call.point().order() > write.at().order())
                .anyMatch(call -> isLastCall(call, old) || isDecidedBy(call, read, old)));
  }

  private static boolean isLastCall(Call call, Dependency old) {
    return !call.isResultUsed()
        && call.model().isEmpty()
        && call.receiver().dependencies().contains(old);
  }

  private static boolean isDecidedBy(Call call, Effect read, Dependency old) {
    return !call.isResultUsed()
        && read.access().location().variable().filter(v -> isFlag(v.type)).isPresent()
        && call.point().controlDependencies().contains(old);
  }

  private static boolean isFlag(Type type) {
    return type.hasTag(TypeTag.BOOLEAN)
        || type.tsym.getQualifiedName().contentEquals("java.util.concurrent.atomic.AtomicBoolean");
  }

  /** A method that takes out what it clears leaves nothing to its callers. */
  private static boolean readsOutItself(Effect write) {
    Access reset = write.access();
    return write.via().isPresent()
        && reset.body().accesses().stream()
            .filter(access -> access.isRead() && access.location().equals(reset.location()))
            .anyMatch(access -> access.point().order() < reset.point().order());
  }

  private static boolean isAllocation(Dependency dependency) {
    return dependency instanceof Dependency.OnResult result
        && result.call().allocation().isPresent()
        && result.call().arguments().isEmpty();
  }

  private static boolean isUsed(Effect read) {
    if (read.access().body().calls().stream().anyMatch(call -> changes(call, read.access()))) {
      return false;
    }
    return read.via().or(() -> read.access().through()).map(Call::isResultUsed).orElse(true);
  }

  /** Returns whether a container was looked up only to change it. */
  private static boolean changes(Call call, Access read) {
    return call.receiver().dependencies().contains(new Dependency.OnRead(read))
        && call.model().stream()
            .flatMap(model -> model.effects(Accesses.class).stream())
            .anyMatch(access -> access.use() != Use.READ);
  }
}
