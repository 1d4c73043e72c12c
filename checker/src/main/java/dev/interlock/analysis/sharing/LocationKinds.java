package dev.interlock.analysis.sharing;

import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.library.Operand;
import dev.interlock.library.Trait;
import dev.interlock.library.TypeFlag;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what sort of memory an access path leads to. */
public final class LocationKinds {
  private static final int MAX_DEPTH = 4;

  private final CompilationIndex index;
  private final CallGraph graph;
  private final FieldOrigins origins;

  private final Map<ClassSymbol, Boolean> synchronizedTypes = new HashMap<>();

  /** The variables that the question at hand has led through. */
  private final Set<VarSymbol> underWay = new HashSet<>();

  public LocationKinds(CompilationIndex index, CallGraph graph, FieldOrigins origins) {
    this.index = index;
    this.graph = graph;
    this.origins = origins;
  }

  /** Returns the kind of {@code location}, a path in terms of {@code body}. */
  public LocationKind of(AccessPath location, Body body) {
    Selector last = location.last().orElse(null);
    if (last instanceof Selector.Field field) {
      return (field.symbol().flags() & Flags.VOLATILE) != 0
          ? LocationKind.VOLATILE
          : LocationKind.PLAIN;
    }
    if (!(last instanceof Selector.Content)) {
      return LocationKind.PLAIN;
    }
    Set<LocationKind> kinds = EnumSet.noneOf(LocationKind.class);
    underWay.clear();
    collect(location.owner(), body, 0, kinds);
    return kinds.size() == 1 ? kinds.iterator().next() : join(kinds);
  }

  private static LocationKind join(Set<LocationKind> kinds) {
    if (kinds.isEmpty() || kinds.contains(LocationKind.UNKNOWN_CONTENT)) {
      return LocationKind.UNKNOWN_CONTENT;
    }
    return kinds.contains(LocationKind.HARMLESS) && kinds.size() == 2
        ? kinds.stream().filter(k -> k != LocationKind.HARMLESS).findFirst().orElseThrow()
        : LocationKind.UNKNOWN_CONTENT;
  }

  /** Returns whether the path leads through the inside of a container that many threads may use. */
  public boolean isInsideConcurrentContainer(AccessPath location, Body body) {
    for (int length = location.selectors().size() - 1; length > 0; length--) {
      AccessPath prefix = new AccessPath(location.root(), location.selectors().subList(0, length));
      if (prefix.last().orElseThrow() instanceof Selector.Content
          && of(prefix, body) == LocationKind.CONCURRENT_CONTENT) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a location is an element of an array that a volatile variable holds. */
  public boolean isElementOfVolatile(AccessPath location) {
    return location.last().orElse(null) instanceof Selector.Element
        && location.owner().last().orElse(null) instanceof Selector.Field array
        && (array.symbol().flags() & Flags.VOLATILE) != 0;
  }

  private void collect(AccessPath container, Body body, int depth, Set<LocationKind> kinds) {
    Optional<LocationKind> declared = declaredType(container).flatMap(this::ofType);
    if (declared.isPresent()) {
      kinds.add(declared.get());
      return;
    }
    if (depth > MAX_DEPTH) {
      kinds.add(LocationKind.UNKNOWN_CONTENT);
      return;
    }
    Selector last = container.last().orElse(null);
    if (last instanceof Selector.Field field) {
      if (underWay.add(field.symbol())) {
        origins
            .assignments(field.symbol())
            .forEach(write -> collect(write.written(), write.body(), depth + 1, kinds));
      }
    } else if (last instanceof Selector.Content || last instanceof Selector.Element) {
      container.variable().ifPresent(v -> collectStored(v, depth, kinds));
    } else if (container.root() instanceof Root.Variable variable) {
      collectPassed(variable.symbol(), body, depth, kinds);
    } else if (container.root() instanceof Root.Result result) {
      Optional<LocationKind> returned = ofType(result.call().method().getReturnType());
      if (returned.isPresent()) {
        kinds.add(returned.get()); // as factories return that are called create()
        return;
      }
      collect(Value.UNKNOWN, body, depth, kinds);
      result.call().model().ifPresent(m -> kinds.add(LocationKind.UNKNOWN_CONTENT));
    }
    if (kinds.isEmpty()) {
      kinds.add(LocationKind.UNKNOWN_CONTENT);
    }
  }

  /** Collects the kinds of what callers pass, or of what the defining body has captured. */
  private void collectPassed(VarSymbol variable, Body body, int depth, Set<LocationKind> kinds) {
    int parameter = body.parameters().indexOf(variable);
    if (!underWay.add(variable)) {
      return;
    }
    if (parameter < 0) {
      Body definer = body.definer().orElse(body);
      captured(variable, body).ifPresent(v -> collect(v, definer, depth + 1, kinds));
      return;
    }
    for (Call call : graph.callers(body)) {
      if (kinds.contains(LocationKind.UNKNOWN_CONTENT)) {
        return;
      }
      collect(call.operand(new Operand(parameter)), call.body(), depth + 1, kinds);
    }
  }

  private static Optional<Value> captured(VarSymbol variable, Body body) {
    return Optional.ofNullable(body.captures().get(variable));
  }

  private void collect(Value value, Body body, int depth, Set<LocationKind> kinds) {
    if (value.traits().contains(Trait.THREAD_SAFE)) {
      kinds.add(LocationKind.CONCURRENT_CONTENT);
      return;
    }
    if (value.traits().contains(Trait.UNMODIFIABLE)) {
      kinds.add(LocationKind.HARMLESS);
      return;
    }
    value.paths().forEach(path -> collect(path, body, depth, kinds));
  }

  /** Collects the kinds of what is put into the container or array in {@code variable}. */
  private void collectStored(VarSymbol variable, int depth, Set<LocationKind> kinds) {
    for (Access access : index.accessesOf(variable)) {
      if (!access.isWrite() || access.location().selectors().isEmpty()) {
        continue;
      }
      Selector last = access.location().last().orElseThrow();
      if (last instanceof Selector.Field) {
        continue;
      }
      collectFresh(access.written(), access.body(), depth, kinds);
      access
          .through()
          .ifPresent(
              call ->
                  call.arguments().stream()
                      .flatMap(a -> a.functions().stream())
                      .filter(FunctionValue.Lambda.class::isInstance)
                      .map(f -> ((FunctionValue.Lambda) f).body())
                      .forEach(made -> collectFresh(made.returned(), made, depth, kinds)));
    }
  }

  private void collectFresh(Value value, Body body, int depth, Set<LocationKind> kinds) {
    if (value.traits().contains(Trait.THREAD_SAFE)) {
      kinds.add(LocationKind.CONCURRENT_CONTENT);
    }
    for (AccessPath path : value.paths()) {
      if (path.selectors().isEmpty() && path.root() instanceof Root.Fresh) {
        collect(path, body, depth + 1, kinds);
      }
    }
  }

  private static Optional<Type> declaredType(AccessPath container) {
    Selector last = container.last().orElse(null);
    if (last instanceof Selector.Field field) {
      return Optional.of(field.symbol().type);
    }
    if (last != null) {
      return Optional.empty();
    }
    if (container.root() instanceof Root.Variable variable) {
      return Optional.of(variable.symbol().type);
    }
    if (container.root() instanceof Root.Shared shared) {
      return Optional.of(shared.type().type);
    }
    return container.root() instanceof Root.Fresh fresh
        ? Optional.of(fresh.allocation().type())
        : Optional.empty();
  }

  private Optional<LocationKind> ofType(Type type) {
    Set<TypeFlag> flags = index.library().flags(type.tsym, index.types());
    if (flags.contains(TypeFlag.ATOMIC_VARIABLE) || flags.contains(TypeFlag.FIELD_UPDATER)) {
      return Optional.of(LocationKind.ATOMIC);
    }
    if (flags.contains(TypeFlag.THREAD_SAFE)) {
      return Optional.of(LocationKind.CONCURRENT_CONTENT);
    }
    if (flags.contains(TypeFlag.IMMUTABLE) || flags.contains(TypeFlag.THREAD_CONFINED)) {
      return Optional.of(LocationKind.HARMLESS);
    }
    if (!flags.contains(TypeFlag.NOT_THREAD_SAFE)) {
      return Optional.empty();
    }
    return Optional.of(
        isSynchronizedByLibrary(type.tsym)
            ? LocationKind.CONCURRENT_CONTENT
            : LocationKind.UNSAFE_CONTENT);
  }

  /**
   * Returns whether a class of a library says of most methods which it overrides that they are
   * synchronized, as a container for several threads that extends one for a single thread.
   */
  private boolean isSynchronizedByLibrary(TypeSymbol type) {
    return type instanceof ClassSymbol symbol
        && !symbol.isInterface()
        && !index.isDeclaredHere(symbol)
        && synchronizedTypes.computeIfAbsent(symbol, this::synchronizesMostOverrides);
  }

  private boolean synchronizesMostOverrides(ClassSymbol type) {
    int locked = 0;
    int bare = 0;
    for (Symbol member : ASTHelpers.getEnclosedElements(type)) {
      if (member instanceof MethodSymbol method
          && method.isPublic()
          && !method.isConstructor()
          && !ASTHelpers.findSuperMethods(method, index.types()).isEmpty()) {
        boolean isSynchronized = (method.flags() & Flags.SYNCHRONIZED) != 0;
        locked += isSynchronized ? 1 : 0;
        bare += isSynchronized ? 0 : 1;
      }
    }
    return locked > bare;
  }
}
