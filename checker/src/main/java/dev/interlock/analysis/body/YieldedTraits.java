package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.interlock.library.MethodEffect.Condition;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Yields;
import dev.interlock.library.MethodModel;
import dev.interlock.library.Trait;
import java.util.List;

/** The traits that library methods and constructors give to their results. */
public final class YieldedTraits {
  private YieldedTraits() {}

  /** Returns the traits of the result of a call with these arguments. */
  static ImmutableSet<Trait> of(
      MethodModel model, Call call, List<? extends ExpressionTree> arguments) {
    ImmutableSet.Builder<Trait> traits = ImmutableSet.builder();
    for (Yields yields : model.effects(Yields.class)) {
      if (yields.condition().filter(condition -> !holds(condition, arguments)).isPresent()
          || (yields.trait() == Trait.SCHEDULED && !isOnManyThreads(model, call))) {
        continue;
      }
      if (yields.trait() == Trait.AS_RECEIVER) {
        traits.addAll(call.receiver().traits());
      } else {
        traits.add(yields.trait());
      }
    }
    return traits.build();
  }

  /** Returns whether a call of a superclass's constructor gives the object a trait. */
  public static boolean ofSuper(Call call, Trait trait) {
    return call.method().isConstructor()
        && call.tree() instanceof MethodInvocationTree constructor
        && call.model()
            .filter(model -> of(model, call, constructor.getArguments()).contains(trait))
            .isPresent();
  }

  /** Returns whether a scheduler is made at hand that has more than one thread. */
  private static boolean isOnManyThreads(MethodModel model, Call call) {
    return model
        .effect(Launches.class)
        .flatMap(Launches::executor)
        .map(call::operand)
        .filter(
            scheduler ->
                !scheduler.traits().contains(Trait.SERIAL)
                    && !scheduler.traits().contains(Trait.DIRECT)
                    && scheduler.paths().stream().anyMatch(p -> p.root() instanceof Root.Result))
        .isPresent();
  }

  private static boolean holds(Condition condition, List<? extends ExpressionTree> arguments) {
    return condition.argument() < arguments.size()
        && condition.holds(ASTHelpers.constValue(arguments.get(condition.argument())));
  }
}
