package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Result;
import dev.interlock.library.MethodEffect.Returns;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.MethodModel;
import java.util.stream.Stream;

/** Looks into containers that may be out of date by the time of the change, and do no harm then. */
final class HarmlessChecks {
  private HarmlessChecks() {}

  /**
   * A decision over the state of another object, made and acted upon through its methods, is that
   * object's protocol; but to look up an element and then store it is not, nor is to look at the
   * next element and then take whichever is the next by then.
   */
  static boolean isProtocol(Effect read, Effect write, Body body) {
    boolean foreign =
        read.via().isPresent()
            && write.via().isPresent()
            && write.access().body().enclosingClass() != body.enclosingClass()
            && !(isSum(write) && isInherited(write.access().body(), body));
    boolean looksUp = isKeyed(write.location()) || (isKeyed(read.location()) && stores(write));
    return foreign
        && !looksUp
        && !(givesElement(read) && takesBlindly(write))
        && !isLimit(read, write);
  }

  /** What a class counts by methods that it inherits is its own affair. */
  private static boolean isInherited(Body method, Body body) {
    for (Type type = body.enclosingClass().type;
        type.tsym instanceof ClassSymbol declared;
        type = declared.getSuperclass()) {
      if (declared == method.enclosingClass()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether there is enough of something that a lock guards is asked first, or whether it
   * is what the caller knows of, and it is used up or added to in a later critical section that
   * does not ask again.
   */
  private static boolean isLimit(Effect read, Effect write) {
    return !(read.innerLocks().isEmpty() && read.locks().isEmpty())
        && !write.innerLocks().isEmpty()
        && (countsOn(write) || (isSize(read) && adds(write)))
        && conditions(write)
            .filter(c -> c.isOrder() || ValueTests.comparesNumbers(c.tree()))
            .anyMatch(c -> ValueTests.dependsOn(c.value(), read.via().orElseThrow()));
  }

  /** Returns whether an atomic variable, or an adder, is changed by what it is given. */
  private static boolean isSum(Effect write) {
    return write.access().kind() == Access.Kind.UPDATE
        && !write.access().isConditional()
        && !isKeyed(write.location())
        && !stores(write);
  }

  private static boolean countsOn(Effect write) {
    Access access = write.access();
    return access.body().accesses().stream()
        .filter(own -> own.isRead() && own.location().equals(access.location()))
        .anyMatch(own -> ValueTests.dependsOn(access.written(), own));
  }

  private static boolean adds(Effect write) {
    return stores(write)
        || write
            .access()
            .method()
            .filter(method -> method.getSimpleName().toString().startsWith("add"))
            .isPresent();
  }

  private static boolean isSize(Effect read) {
    return read.location().last().orElse(null) instanceof Selector.Content && !givesElement(read);
  }

  /** Returns whether a write is made only where what was read is above, or below, something. */
  static boolean isLimitOf(Effect read, Effect write) {
    return conditionsOn(read, write).anyMatch(c -> c.isOrder() || isRemembered(c, read));
  }

  /** {@code boolean room = size < limit;}, of which the condition is told later. */
  private static boolean isRemembered(Condition condition, Effect read) {
    return condition.tree() instanceof ExpressionTree test
        && ASTHelpers.stripParentheses(test) instanceof IdentifierTree
        && read.location().variable().filter(number -> number.type.isNumeric()).isPresent();
  }

  static boolean isKeyed(AccessPath location) {
    return location.last().orElse(null) instanceof Selector.Content content
        && !content.index().equals(Index.WHOLE);
  }

  private static boolean takesBlindly(Effect write) {
    return write.access().kind() == Access.Kind.UPDATE
        && !stores(write)
        && write.via().filter(call -> !call.isResultUsed()).isPresent();
  }

  /**
   * Calls that look at the element again themselves, and removals that a look at the whole
   * container decides about, do no harm when they come late.
   */
  static boolean isHarmless(Effect read, Effect write, EffectSummary summary) {
    if (!(read.location().last().orElse(null) instanceof Selector.Content looked)
        || !(write.location().last().orElse(null) instanceof Selector.Content changed)) {
      return false;
    }
    if (changed.index().equals(Index.WHOLE)) {
      return isExchange(write) || trimsAddition(read, write, summary);
    }
    if (looked.index().equals(Index.WHOLE)) {
      return !stores(write) || isRecheck(write) || alsoTakes(write, summary);
    }
    return write.access().kind() == Access.Kind.UPDATE
        && !counts(write)
        && (stores(write)
            ? isRecheck(write)
            : !isLateRemoval(read, write) && !isCounted(read, write, summary));
  }

  /**
   * {@code list.add(x); if (list.size() > limit) list.poll();}: who has added one takes one at
   * most, so that all together leave about as many as there may be.
   */
  private static boolean trimsAddition(Effect read, Effect write, EffectSummary summary) {
    return isSize(read)
        && isLimitOf(read, write)
        && !isResultUsed(write)
        && write.access().through().filter(HarmlessChecks::polls).isPresent()
        && summary.effects().stream()
            .filter(added -> added.at().order() < read.at().order() && stores(added))
            .filter(added -> read.at().isUnderConditionsOf(added.at()))
            .anyMatch(added -> added.location().owner().equals(write.location().owner()));
  }

  private static boolean polls(Call call) {
    return call.model().filter(MethodModel::takesOut).isPresent()
        && call.method().getSimpleName().toString().startsWith("poll");
  }

  /**
   * Returns whether the element that is removed because there is one has been counted in elsewhere
   * on the same condition, as by another thread that has found it, too.
   */
  private static boolean isCounted(Effect read, Effect removal, EffectSummary summary) {
    return isKeyed(removal.location())
        && givesElement(read)
        && !isResultUsed(removal)
        && summary.effects().stream()
            .filter(sum -> sum != removal && (isSum(sum) || countsOn(sum)))
            .filter(sum -> sum.data().reads().contains(read))
            .filter(sum -> !(sum.location().root() instanceof Root.Fresh))
            .anyMatch(sum -> removal.at().isUnderConditionsOf(sum.at()));
  }

  /**
   * A function that an atomic variable calls with its value, and that decides by it, makes up for
   * an earlier look.
   */
  static boolean isDecidedAgain(Effect write) {
    return write.access().kind() == Access.Kind.UPDATE
        && models(write)
            .flatMap(model -> model.effects(CallsInPlace.class).stream())
            .anyMatch(CallsInPlace::givesElement)
        && write.access().through().stream()
            .flatMap(call -> call.arguments().stream())
            .flatMap(argument -> argument.functions().stream())
            .anyMatch(
                function ->
                    function instanceof FunctionValue.Lambda lambda
                        && ValueTests.decidesByParameter(lambda.body()));
  }

  /** What a method has taken out of a container is its caller's, who may give it back. */
  static boolean isOfTaking(Effect read, EffectSummary summary) {
    return read.via().isPresent()
        && summary.effects().stream()
            .filter(effect -> effect.via().equals(read.via()))
            .filter(effect -> effect.access().kind() == Access.Kind.UPDATE && !stores(effect))
            .filter(effect -> models(effect).anyMatch(MethodModel::takesOut))
            .anyMatch(effect -> effect.location().owner().equals(read.location().owner()));
  }

  /**
   * A method that goes through a container and returns the element which it has won by an atomic
   * exchange tells its caller which one was free, and not which ones there are.
   */
  static boolean isOfClaiming(Effect read, EffectSummary summary) {
    return read.via().isPresent()
        && read.location().last().orElse(null) instanceof Selector.Content content
        && (content.index().equals(Index.WHOLE) || content.index().isEach())
        && summary.effects().stream()
            .filter(effect -> effect.via().equals(read.via()))
            .filter(effect -> effect.access().isConditional() && isResultUsed(effect))
            .map(Effect::location)
            .filter(won -> won.selectors().size() > read.location().selectors().size())
            .anyMatch(won -> won.startsWith(read.location().owner()));
  }

  /** A method that takes out of a container, and maybe puts a substitute in, cleans up. */
  private static boolean alsoTakes(Effect write, EffectSummary summary) {
    return write.via().isPresent()
        && summary.effects().stream()
            .filter(effect -> effect.via().equals(write.via()))
            .filter(effect -> effect.access().kind() == Access.Kind.UPDATE && !stores(effect))
            .anyMatch(effect -> effect.location().owner().equals(write.location().owner()));
  }

  /** A number that is counted up or down goes past the limit that was looked for before. */
  private static boolean counts(Effect write) {
    return models(write).anyMatch(MethodModel::counts);
  }

  /**
   * Returns whether a write in a later critical section looks again at something that was read
   * along with the value, such as a version: then it knows whether the value is out of date.
   */
  static boolean isRevalidated(Effect read, Effect write) {
    ImmutableSet<Effect> deciding = write.control().reads();
    return CompoundFinder.throughout(read, write).isEmpty()
        && deciding.stream()
            .filter(again -> !CompoundFinder.throughout(again, write).isEmpty())
            .anyMatch(
                again ->
                    deciding.stream()
                        .filter(first -> first.location().equals(again.location()))
                        .anyMatch(first -> !CompoundFinder.throughout(first, read).isEmpty()));
  }

  /** A look at what an update in one step has found or made makes up for an earlier look. */
  static boolean isTested(Effect write) {
    if (write.access().kind() == Access.Kind.READ || write.access().through().isEmpty()) {
      return false;
    }
    Body body = write.access().body();
    Dependency found =
        write.access().kind() == Access.Kind.UPDATE
            ? new Dependency.OnRead(write.access())
            : new Dependency.OnResult(write.access().through().get(), false);
    return Stream.concat(
            body.accesses().stream().map(Access::point), body.calls().stream().map(Call::point))
        .filter(point -> point.controlDependencies().contains(found))
        .anyMatch(point -> conditions(point).anyMatch(c -> decidesBy(found, c, body)));
  }

  /** {@code if (now > most.get()) most.set(now);} keeps a record, and makes up for nothing. */
  private static boolean decidesBy(Dependency found, Condition test, Body body) {
    return test.value().dependencies().contains(found)
        && test.value().dependencies().stream()
            .filter(other -> !other.equals(found) && other instanceof Dependency.OnRead)
            .map(other -> ((Dependency.OnRead) other).read().location())
            .noneMatch(
                record ->
                    body.accesses().stream()
                        .filter(own -> own.isWrite() && own.location().equals(record))
                        .anyMatch(own -> own.written().dependencies().contains(found)));
  }

  /** Returns whether an element is removed for what it was when it was looked at. */
  static boolean isLateRemoval(Effect read, Effect write) {
    return isKeyed(write.location())
        && !stores(write)
        && givesElement(read)
        && !isResultUsed(write)
        && conditionsOn(read, write)
            .anyMatch(condition -> ValueTests.looksInside(condition.tree(), read.access()));
  }

  /** Returns whether an element is added once only, but what belongs to it may happen twice. */
  static boolean isLateInsertion(Effect read, Effect write, EffectSummary summary) {
    if (isOneTooMany(read, write)) {
      return true;
    }
    if (write.via().isPresent()
        || !isKeyed(read.location())
        || !isKeyed(write.location())
        || !stores(write)
        || isResultUsed(write)
        || isLookedAtAgain(write, summary)) {
      return false;
    }
    Body body = write.access().body();
    if (Answers.tellTheOutcome(body) || (Answers.differ(body) && !isRecheck(write))) {
      return conditionsOn(read, write).findAny().isPresent();
    }
    ImmutableSet<Tree> decided =
        conditionsOn(read, write).map(Condition::tree).collect(ImmutableSet.toImmutableSet());
    return launches(write.access().body(), decided)
        || acts(write, decided)
        || summary.effects().stream()
            .filter(effect -> effect.access().isWrite())
            .filter(effect -> !effect.location().owner().equals(write.location().owner()))
            .filter(effect -> !(effect.location().root() instanceof Root.Result))
            .anyMatch(
                effect -> conditions(effect).map(Condition::tree).anyMatch(decided::contains));
  }

  /** Returns whether conditions decide about tasks, which would run twice. */
  private static boolean launches(Body body, ImmutableSet<Tree> conditions) {
    return body.calls().stream()
        .filter(call -> call.model().flatMap(model -> model.effect(Launches.class)).isPresent())
        .anyMatch(
            call -> conditions(call.point()).map(Condition::tree).anyMatch(conditions::contains));
  }

  /** {@code if (set.size() < limit) set.add(element);} */
  private static boolean isOneTooMany(Effect read, Effect write) {
    return !isKeyed(read.location())
        && isKeyed(write.location())
        && stores(write)
        && !isRecheck(write)
        && isLimitOf(read, write);
  }

  /**
   * Returns whether conditions decide about calls for their own sake, which would be made twice.
   */
  private static boolean acts(Effect write, ImmutableSet<Tree> conditions) {
    return write.access().body().calls().stream()
        .filter(call -> call.model().isEmpty() && call.allocation().isEmpty())
        .filter(call -> !call.isResultUsed())
        .anyMatch(
            call -> conditions(call.point()).map(Condition::tree).anyMatch(conditions::contains));
  }

  /** Who looks at the element afterwards goes by what is there, whoever was faster. */
  static boolean isLookedAtAgain(Effect write, EffectSummary summary) {
    return summary.effects().stream()
        .filter(effect -> effect.access().isRead() && givesElement(effect))
        .filter(effect -> effect.location().equals(write.location()))
        .anyMatch(effect -> effect.at().order() > write.at().order());
  }

  private static Stream<Condition> conditionsOn(Effect read, Effect write) {
    return conditions(write)
        .filter(condition -> ValueTests.dependsOn(condition.value(), read.access()));
  }

  private static Stream<Condition> conditions(Effect effect) {
    return conditions(effect.at());
  }

  private static Stream<Condition> conditions(Point point) {
    return Stream.iterate(point.control(), c -> c != null, Condition::outer);
  }

  private static boolean isResultUsed(Effect write) {
    return write.access().through().filter(call -> call.isResultUsed()).isPresent();
  }

  private static boolean givesElement(Effect read) {
    return models(read)
        .flatMap(model -> model.effects(Returns.class).stream())
        .anyMatch(returns -> returns.result() == Result.ELEMENT);
  }

  /** {@code getAndSet} tells what was there by then; only sums go wrong on a late check. */
  private static boolean isExchange(Effect write) {
    return write.access().kind() == Access.Kind.UPDATE
        && models(write)
            .anyMatch(
                model ->
                    model.effect(Accesses.class).filter(a -> a.value().isPresent()).isPresent()
                        && model.effect(Returns.class).isPresent());
  }

  /** {@code compute} and the like give the function what is there by then. */
  private static boolean isRecheck(Effect write) {
    return models(write)
        .flatMap(model -> model.effects(CallsInPlace.class).stream())
        .anyMatch(CallsInPlace::atomic);
  }

  private static boolean stores(Effect write) {
    return models(write).anyMatch(model -> model.effect(Stores.class).isPresent());
  }

  private static Stream<MethodModel> models(Effect effect) {
    return effect.access().through().stream().flatMap(call -> call.model().stream());
  }
}
