package dev.interlock.analysis.compound;

import static java.lang.Boolean.TRUE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Outcome;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect.Accesses;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds numbers that are taken in two steps: {@code n.incrementAndGet(); return n.get();}, {@code
 * int index = list.size(); list.add(x); return index;}. The step that counts tells the number by
 * itself, or could, but nobody listens.
 */
final class Numberings {
  private static final ImmutableSet<String> SIZES = ImmutableSet.of("size", "length");

  private static final ImmutableSet<String> NUMBERS =
      ImmutableSet.of("java.lang.Integer", "java.lang.Long");

  private Numberings() {}

  /** Returns the read that asks for the number that {@code write} makes, or made, out of date. */
  static Optional<Effect> readBeside(Effect write, Body body, EffectSummary summary) {
    boolean isStep = isUnheardStep(write);
    if (!isStep && write.access().kind() != Access.Kind.WRITE) {
      return numberInserted(write);
    }
    if (!isStep && (write.via().isPresent() || key(write).isEmpty())) {
      return Optional.empty(); // as nearly always
    }
    return summary.effects().stream()
        .filter(read -> isStep || isKeyOf(write, read))
        .filter(read -> read.access().isRead() && read.at().order() != write.at().order())
        .filter(
            read ->
                CompoundFinder.sameLocation(read.location(), write.location())
                    || isPosition(read, write))
        .filter(read -> isNumber(read) && goesWith(read, write))
        .filter(read -> isOwnNumber(read, write, body, summary))
        .filter(read -> !isInSectionOf(write, read))
        .filter(read -> !CompoundFinder.isOfChange(read, summary))
        .filter(read -> !CompoundFinder.isValidated(read, summary))
        .min(Comparator.comparingInt(read -> Math.abs(read.at().order() - write.at().order())));
  }

  /** {@code numbers.putIfAbsent(name, numbers.size())} */
  private static Optional<Effect> numberInserted(Effect write) {
    return write.access().isConditional() && write.via().isEmpty()
        ? write.data().reads().stream()
            .filter(read -> CompoundFinder.sameLocation(read.location(), write.location()))
            .filter(read -> read.access().through().filter(Numberings::isSize).isPresent())
            .findFirst()
        : Optional.empty();
  }

  /** Returns whether a write is one atomic step whose result nobody looks at. */
  private static boolean isUnheardStep(Effect write) {
    boolean isOneStep =
        write.via().isPresent()
            ? write.hasInnerLocks() && countsOn(write.access())
            : write.access().kind() == Access.Kind.UPDATE && !write.access().isConditional();
    return isOneStep
        && write
            .via()
            .or(() -> write.access().through())
            .filter(call -> !call.isResultUsed())
            .isPresent();
  }

  /** Returns whether a variable is written that the value written was computed from. */
  static boolean countsOn(Access write) {
    return write.written().dependencies().stream()
        .anyMatch(
            from ->
                from instanceof Dependency.OnRead own
                    && own.read().location().equals(write.location()));
  }

  /** Returns whether what is read is a number: that of an atomic variable, or of elements. */
  private static boolean isNumber(Effect read) {
    Tree asked = read.via().map(Call::tree).orElse(read.at().tree());
    Type type = ASTHelpers.getType(asked);
    return type != null
        && (type.isNumeric() || NUMBERS.contains(type.tsym.getQualifiedName().toString()));
  }

  /** {@code list.set(list.indexOf(old), new)}: by then another element may stand there. */
  private static boolean isPosition(Effect read, Effect write) {
    return write.via().isEmpty()
        && read.location().owner().equals(write.location().owner())
        && isKeyOf(write, read)
        && key(write)
            .filter(
                parameter ->
                    write
                        .access()
                        .method()
                        .orElseThrow()
                        .getParameters()
                        .get(parameter)
                        .type
                        .isPrimitive())
            .isPresent();
  }

  /** Returns whether a write goes to the place that was read. */
  private static boolean isKeyOf(Effect write, Effect read) {
    return write.via().isEmpty()
        && key(write)
            .filter(
                parameter ->
                    tells(
                        argument(write.access().through().orElseThrow(), parameter).dependencies(),
                        read))
            .isPresent();
  }

  private static Optional<Integer> key(Effect write) {
    return write.access().through().stream()
        .flatMap(call -> call.model().stream())
        .flatMap(model -> model.effects(Accesses.class).stream())
        .filter(access -> access.key().isPresent())
        .map(access -> access.key().getAsInt())
        .findFirst();
  }

  /** Returns whether the later one of the two comes only where the earlier one came. */
  private static boolean goesWith(Effect read, Effect write) {
    boolean before = read.at().order() < write.at().order();
    return before
        ? write.at().isUnderConditionsOf(read.at()) || isKeyOf(write, read)
        : read.at().isUnderConditionsOf(write.at());
  }

  /**
   * {@code enter()} may count under the lock that it leaves to its caller, and a write lock may be
   * exchanged for the read lock without being given up.
   */
  private static boolean isInSectionOf(Effect write, Effect read) {
    return read.locks().stream()
        .anyMatch(lock -> lock.section() == write.at().tree() || !lock.isExclusive());
  }

  /** Returns whether code takes what it reads for a number that it alone was given. */
  private static boolean isOwnNumber(Effect read, Effect write, Body body, EffectSummary summary) {
    boolean before = read.at().order() < write.at().order();
    Optional<Call> size = read.access().through().filter(Numberings::isSize);
    boolean mayCount = before || size.isEmpty() || isLessOne(read, body);
    return (mayCount && (tells(body.handedOut(), read) || isKey(read, body)))
        || (before && isGiven(read, body))
        || (!before && size.isEmpty() && isLastOf(read, summary));
  }

  private static boolean isSize(Call call) {
    return SIZES.contains(call.method().getSimpleName().toString());
  }

  /** Returns whether code takes the place of the last element, as in {@code list.size() - 1}. */
  private static boolean isLessOne(Effect read, Body body) {
    Boolean found =
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitBinary(BinaryTree tree, Void unused) {
            return (tree.getKind() == Tree.Kind.MINUS
                    && ASTHelpers.stripParentheses(tree.getLeftOperand()) == read.at().tree())
                || TRUE.equals(super.visitBinary(tree, null));
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return TRUE.equals(one) || TRUE.equals(other);
          }
        }.scan(body.tree(), null);
    return TRUE.equals(found);
  }

  /** Returns whether the number chooses an element. */
  private static boolean isKey(Effect read, Body body) {
    return body.calls().stream()
        .anyMatch(
            call ->
                call.model().stream()
                    .flatMap(model -> model.effects(Accesses.class).stream())
                    .filter(access -> access.key().isPresent())
                    .anyMatch(
                        access ->
                            tells(argument(call, access.key().getAsInt()).dependencies(), read)));
  }

  private static Value argument(Call call, int index) {
    return index < call.arguments().size() ? call.arguments().get(index) : Value.UNKNOWN;
  }

  /** Returns whether a new object, other than a message, is given the number. */
  private static boolean isGiven(Effect read, Body body) {
    return body.calls().stream()
        .filter(call -> call.allocation().isPresent() && call.point().order() > read.at().order())
        .flatMap(call -> numbers(call).stream())
        .anyMatch(number -> tells(number.dependencies(), read));
  }

  private static ImmutableList<Value> numbers(Call call) {
    ImmutableList.Builder<Value> numbers = ImmutableList.builder();
    List<VarSymbol> parameters = call.method().getParameters();
    for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
      if (parameters.get(i).type.isNumeric()) {
        numbers.add(call.arguments().get(i));
      }
    }
    return numbers.build();
  }

  /** Returns whether who finds itself the last one, or the n-th one, changes something. */
  private static boolean isLastOf(Effect read, EffectSummary summary) {
    return summary.effects().stream()
        .filter(change -> change.access().isWrite() && change.control().reads().contains(read))
        .anyMatch(change -> isByEquality(change, read));
  }

  private static boolean isByEquality(Effect change, Effect read) {
    for (Condition c = change.at().control(); c != null; c = c.outer()) {
      if (c.outcome() == Outcome.TRUE
          && ASTHelpers.stripParentheses((ExpressionTree) c.tree()).getKind() == Tree.Kind.EQUAL_TO
          && tells(c.value().dependencies(), read)) {
        return true;
      }
    }
    return false;
  }

  private static boolean tells(Collection<Dependency> from, Effect read) {
    return from.stream()
        .anyMatch(
            dependency ->
                read.via().isPresent()
                    ? dependency instanceof Dependency.OnResult result
                        && result.call() == read.via().get()
                    : dependency.equals(new Dependency.OnRead(read.access())));
  }
}
