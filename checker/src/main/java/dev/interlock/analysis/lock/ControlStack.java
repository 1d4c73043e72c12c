package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Name;

/**
 * What is around the place at hand of a body and may be reached from it by a jump or an exception,
 * the innermost last. Jumps and exceptions stop at a {@code finally} on their way, which sends them
 * on.
 */
final class ControlStack {
  private final List<Frame> frames = new ArrayList<>();
  private final Types types;
  private final ImmutableList<Type> anything;

  ControlStack(Types types, Symtab symbols) {
    this.types = types;
    this.anything = ImmutableList.of(symbols.throwableType);
  }

  private sealed interface Frame permits Target, Handlers, Cleanup, Resources {}

  /** A statement, or a whole body, that jumps may leave or go on with. */
  static final class Target implements Frame {
    private final Tree tree;
    private LockStore left = LockStore.UNREACHABLE;
    private LockStore continued = LockStore.UNREACHABLE;

    private Target(Tree tree) {
      this.tree = tree;
    }

    Tree tree() {
      return tree;
    }

    /** Returns what is known where the statement was left. */
    LockStore left() {
      return left;
    }

    /** Returns what is known where the next turn was begun. */
    LockStore continued() {
      return continued;
    }

    private boolean isCalled(Name name) {
      return tree instanceof LabeledStatementTree labelled
          && labelled.getLabel().contentEquals(name);
    }

    private boolean isLoop() {
      return switch (tree.getKind()) {
        case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> true;
        default -> false;
      };
    }
  }

  /** A jump to the end of its target, or to the target's next turn. */
  record Jump(Target target, boolean continues) {
    private void arrive(LockStore store) {
      if (continues) {
        target.continued = target.continued.join(store);
      } else {
        target.left = target.left.join(store);
      }
    }
  }

  /** The {@code catch} clauses of one {@code try}. */
  static final class Handlers implements Frame {
    private final ImmutableList<Handler> handlers;

    private Handlers(List<? extends CatchTree> clauses) {
      this.handlers = clauses.stream().map(Handler::new).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<Handler> inOrder() {
      return handlers;
    }

    /** Returns those of the exceptions that may pass. */
    private List<Type> handle(List<Type> thrown, LockStore store, Types types) {
      List<Type> uncaught = new ArrayList<>(thrown);
      for (Handler handler : handlers) {
        if (uncaught.stream().anyMatch(type -> handler.mayCatch(type, types))) {
          handler.entered = handler.entered.join(store);
          uncaught.removeIf(type -> handler.catchesAll(type, types));
        }
      }
      return uncaught;
    }
  }

  /** One {@code catch} clause. */
  static final class Handler {
    private final CatchTree clause;
    private final ImmutableList<Type> caught;
    private LockStore entered = LockStore.UNREACHABLE;

    private Handler(CatchTree clause) {
      this.clause = clause;
      this.caught = caughtBy(clause.getParameter().getType());
    }

    private static ImmutableList<Type> caughtBy(Tree type) {
      List<? extends Tree> alternatives =
          type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
      return alternatives.stream()
          .map(ASTHelpers::getType)
          .collect(ImmutableList.toImmutableList());
    }

    private boolean mayCatch(Type thrown, Types types) {
      return catchesAll(thrown, types)
          || caught.stream().anyMatch(type -> types.isSubtype(type, thrown));
    }

    private boolean catchesAll(Type thrown, Types types) {
      return caught.stream().anyMatch(type -> types.isSubtype(thrown, type));
    }

    CatchTree clause() {
      return clause;
    }

    /** Returns what is known when an exception has been caught. */
    LockStore entered() {
      return entered;
    }
  }

  /** A {@code finally} block. */
  static final class Cleanup implements Frame {
    private LockStore thrown = LockStore.UNREACHABLE;
    private final Map<Jump, LockStore> jumps = new LinkedHashMap<>();

    /** Returns what is known when an exception is on its way through the block. */
    LockStore thrown() {
      return thrown;
    }

    /** Returns the jumps on their way through the block, and what is known then. */
    Map<Jump, LockStore> jumps() {
      return jumps;
    }
  }

  /** The resources of a {@code try}: closing them may fail, on the way of a jump as well. */
  private record Resources() implements Frame {}

  /** Enters {@code tree}, until {@link #leave}. */
  Target enter(Tree tree) {
    return push(new Target(tree));
  }

  Handlers enterHandlers(List<? extends CatchTree> clauses) {
    return push(new Handlers(clauses));
  }

  Cleanup enterCleanup() {
    return push(new Cleanup());
  }

  void enterResources() {
    push(new Resources());
  }

  private <F extends Frame> F push(F frame) {
    frames.add(frame);
    return frame;
  }

  /** Leaves what was entered last. */
  void leave() {
    frames.remove(frames.size() - 1);
  }

  /** Leaves the resources that were entered last, which closes them. */
  void leaveResources(LockStore store) {
    leave();
    raiseAny(store);
  }

  /** Returns what a {@code break} leaves. */
  Target left(BreakTree jump) {
    Name label = jump.getLabel();
    return label != null
        ? target(target -> target.isCalled(label))
        : target(target -> target.isLoop() || target.tree() instanceof SwitchTree);
  }

  /** Returns the loop that a {@code continue} goes on with. */
  Target continued(ContinueTree jump) {
    Name label = jump.getLabel();
    return label != null
        ? target(target -> target.isLoop() && isLabelled(target, label))
        : target(Target::isLoop);
  }

  /** Returns the switch expression that a {@code yield} gives its value to. */
  Target yielded() {
    return target(target -> target.tree() instanceof SwitchExpressionTree);
  }

  private boolean isLabelled(Target loop, Name label) {
    int outer = frames.indexOf(loop) - 1;
    return frames.get(outer) instanceof Target target && target.isCalled(label);
  }

  private Target target(Predicate<Target> wanted) {
    for (Frame frame : Lists.reverse(frames)) {
      if (frame instanceof Target target && wanted.test(target)) {
        return target;
      }
    }
    throw new IllegalStateException("no such target");
  }

  /** Sends a jump on its way. */
  void jump(Jump jump, LockStore store) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      Frame frame = frames.get(i);
      if (frame == jump.target()) {
        jump.arrive(store);
        return;
      } else if (frame instanceof Cleanup cleanup) {
        cleanup.jumps.merge(jump, store, LockStore::join);
        return;
      } else if (frame instanceof Resources) {
        raise(anything, store, i - 1);
      }
    }
  }

  /** Sends exceptions of the given types to who may catch them. */
  void raise(List<Type> thrown, LockStore store) {
    raise(thrown, store, frames.size() - 1);
  }

  /** Sends an exception of any type to who may catch it. */
  void raiseAny(LockStore store) {
    raise(anything, store);
  }

  private void raise(List<Type> thrown, LockStore store, int innermost) {
    if (!store.state().isReachable()) {
      return;
    }
    List<Type> uncaught = thrown;
    for (int i = innermost; i >= 0 && !uncaught.isEmpty(); i--) {
      Frame frame = frames.get(i);
      if (frame instanceof Cleanup cleanup) {
        cleanup.thrown = cleanup.thrown.join(store);
        return;
      } else if (frame instanceof Handlers handlers) {
        uncaught = handlers.handle(uncaught, store, types);
      }
    }
  }
}
