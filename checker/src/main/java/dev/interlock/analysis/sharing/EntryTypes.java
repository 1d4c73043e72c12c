package dev.interlock.analysis.sharing;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CompilationIndex;
import java.util.stream.Stream;

/** The classes whose objects are made to be put into concurrent containers. */
public final class EntryTypes {
  private final CompilationIndex index;
  private final LocationKinds kinds;
  private final Supplier<ImmutableSet<TypeSymbol>> found;

  public EntryTypes(CompilationIndex index, LocationKinds kinds) {
    this.index = index;
    this.kinds = kinds;
    this.found = Suppliers.memoize(this::find);
  }

  /** Returns whether objects of a class, or of one that extends it, are put there. */
  public boolean contains(TypeSymbol type) {
    return found.get().contains(type);
  }

  private ImmutableSet<TypeSymbol> find() {
    ImmutableSet.Builder<TypeSymbol> types = ImmutableSet.builder();
    for (Body body : index.bodies()) {
      for (Access access : body.accesses()) {
        if (access.isWrite() && access.through().isPresent() && isContent(access)) {
          ImmutableSet<TypeSymbol> made = made(access.through().get());
          if (!made.isEmpty()
              && kinds.of(access.location(), body) == LocationKind.CONCURRENT_CONTENT) {
            made.forEach(type -> addWithSupertypes(type, types));
          }
        }
      }
    }
    return types.build();
  }

  private static boolean isContent(Access access) {
    return access.location().last().orElse(null) instanceof Selector.Content;
  }

  private void addWithSupertypes(TypeSymbol type, ImmutableSet.Builder<TypeSymbol> types) {
    index.types().closure(type.type).stream()
        .map(supertype -> supertype.tsym)
        .filter(index::isDeclaredHere)
        .forEach(types::add);
  }

  /** Returns the classes of the new objects that a call is given, or functions that make them. */
  private ImmutableSet<TypeSymbol> made(Call call) {
    return call.arguments().stream()
        .flatMap(
            argument ->
                Stream.concat(
                    made(argument), argument.functions().stream().flatMap(EntryTypes::made)))
        .filter(index::isDeclaredHere)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Stream<TypeSymbol> made(FunctionValue function) {
    if (function instanceof FunctionValue.Lambda lambda) {
      return made(lambda.body().returned());
    }
    MethodSymbol method = ((FunctionValue.MethodReference) function).method();
    return method.isConstructor() ? Stream.of(method.enclClass()) : Stream.empty();
  }

  private static Stream<TypeSymbol> made(Value value) {
    return value.paths().stream()
        .filter(path -> path.selectors().isEmpty())
        .map(AccessPath::root)
        .filter(Root.Fresh.class::isInstance)
        .map(root -> ((Root.Fresh) root).allocation().type().tsym);
  }
}
