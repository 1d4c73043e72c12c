package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.lock.HeldLock;
import java.util.Collection;

/** Values of the engine as short texts, for tests to compare. */
public final class EngineText {
  private EngineText() {}

  /** Returns the accesses of a body in source order, such as {@code "write this.count"}. */
  public static ImmutableList<String> accesses(Body body) {
    return body.accesses().stream().map(EngineText::of).collect(toImmutableList());
  }

  /** Returns what the only write of a body writes was computed from. */
  public static ImmutableList<String> sourcesOfOnlyWrite(Body body) {
    return dependencies(Iterables.getOnlyElement(writes(body)).written());
  }

  /** Returns the writes of a body in source order. */
  public static ImmutableList<Access> writes(Body body) {
    return body.accesses().stream().filter(Access::isWrite).collect(toImmutableList());
  }

  public static String of(Access access) {
    String kind =
        switch (access.kind()) {
          case READ -> "read ";
          case WRITE -> "write ";
          case UPDATE -> "update ";
        };
    return kind + of(access.location());
  }

  /** Returns such as {@code this.albums[i].count}; {@code <k>} is what a container has at a key. */
  public static String of(AccessPath path) {
    String text =
        root(path.root()) + path.selectors().stream().map(EngineText::selector).collect(joining());
    return text.startsWith(".") ? text.substring(1) : text;
  }

  public static ImmutableList<String> paths(Collection<AccessPath> paths) {
    return paths.stream().map(EngineText::of).collect(toImmutableList());
  }

  /** Returns what a value was computed from. */
  public static ImmutableList<String> dependencies(Value value) {
    return value.dependencies().stream().map(EngineText::of).collect(toImmutableList());
  }

  public static ImmutableList<String> locks(Collection<HeldLock> locks) {
    return locks.stream()
        .flatMap(lock -> lock.paths().stream())
        .map(EngineText::of)
        .collect(toImmutableList());
  }

  private static String of(Dependency dependency) {
    if (dependency instanceof Dependency.OnRead read) {
      return of(read.read());
    }
    if (dependency instanceof Dependency.OnVariable variable) {
      return "variable " + variable.symbol() + (variable.folded() ? " folded" : "");
    }
    if (dependency instanceof Dependency.OnResult result) {
      return "result of " + result.call().method().name;
    }
    return dependency instanceof Dependency.OnLoop ? "loop" : "this";
  }

  private static String root(Root root) {
    if (root instanceof Root.This) {
      return "this";
    }
    if (root instanceof Root.Variable variable) {
      return variable.symbol().toString();
    }
    if (root instanceof Root.Fresh fresh) {
      return "new " + fresh.allocation().type().tsym.name;
    }
    if (root instanceof Root.ClassObject type) {
      return type.type().name + ".class";
    }
    return root instanceof Root.Result result ? result.call().method().name + "()" : "";
  }

  private static String selector(Selector selector) {
    if (selector instanceof Selector.Field field) {
      String owner = field.symbol().isStatic() ? field.symbol().owner.name + "." : ".";
      return owner + field.symbol().name;
    }
    if (selector instanceof Selector.Element element) {
      return "[" + element.index() + "]";
    }
    return selector instanceof Selector.Content content ? "<" + content.index() + ">" : ".outer";
  }
}
