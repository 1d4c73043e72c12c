package dev.interlock.analysis.verdict;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Protection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The evidence of a constant: whoever asks an object that a static final variable holds, directly
 * or in a container, changes the cache or the tool that it answers with, as everybody else does.
 */
final class SharedConstants implements Evidence {
  private static final ImmutableSet<String> HOLDING =
      ImmutableSet.of(
          "java.util.Collection",
          "java.util.Map",
          "java.util.Iterator",
          "java.lang.Appendable",
          "java.lang.AutoCloseable");

  private final CompilationIndex index;
  private final Protection protection;
  private final OtherAccesses others;
  private final OpenEntries entries;
  private final Supplier<ImmutableSet<ClassSymbol>> constants =
      Suppliers.memoize(this::typesOfConstants);

  SharedConstants(
      CompilationIndex index, Protection protection, OtherAccesses others, OpenEntries entries) {
    this.index = index;
    this.protection = protection;
    this.others = others;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    return concern(trial.operation(), trial.kind())
            && trial.contexts().stream().allMatch(SharedConstants::isUnlocked)
        ? others.ownContextsOf(trial.write().access()).stream()
            .filter(c -> isUnlocked(c) && entries.isOpen(c, trial.kind()))
            .filter(c -> !protection.excludesItself(c))
            .findFirst()
            .map(c -> trial.alone(trial.kindIn(c), Witness.GLOBAL, c))
        : Optional.empty();
  }

  private static boolean isUnlocked(Context context) {
    return context.locks().isEmpty();
  }

  /** Returns whether a public method of a constant changes what it answers with. */
  boolean concern(CompoundOperation operation, LocationKind kind) {
    return kind == LocationKind.UNSAFE_CONTENT
        && operation.throughout().isEmpty()
        && operation.write().via().isEmpty()
        && isOwn(operation.write().access().location())
        && operation.body().method().filter(SharedConstants::answers).isPresent()
        && (isTool(operation) || isCache(operation))
        && constants.get().contains(operation.body().enclosingClass());
  }

  private static boolean isOwn(AccessPath content) {
    return content.root() instanceof Root.This
        && content.selectors().size() == 2
        && content.owner().last().orElse(null) instanceof Selector.Field field
        && (field.symbol().flags() & Flags.FINAL) != 0;
  }

  private static boolean answers(MethodSymbol method) {
    return method.isPublic()
        && !method.isConstructor()
        && !method.getReturnType().hasTag(TypeTag.VOID);
  }

  /** Returns whether it is a digest, a format and the like that is changed by its use. */
  private boolean isTool(CompoundOperation operation) {
    return CompilationIndex.variableOf(operation.write().access())
        .filter(v -> !index.isDeclaredHere(v.type.tsym) && !holdsThings(v.type))
        .isPresent();
  }

  private boolean holdsThings(Type type) {
    return index.types().closure(type).stream()
        .anyMatch(t -> HOLDING.contains(t.tsym.getQualifiedName().toString()));
  }

  /** Returns whether what was not found under a key is put there. */
  private static boolean isCache(CompoundOperation operation) {
    Access write = operation.write().access();
    return write.location().last().orElse(null) instanceof Selector.Content stored
        && !stored.index().equals(Index.WHOLE)
        && operation.write().control().reads().stream()
            .map(Effect::access)
            .anyMatch(look -> look.isRead() && look.location().equals(write.location()));
  }

  /** Returns the classes of which a static variable is made to hold an object that stays. */
  private ImmutableSet<ClassSymbol> typesOfConstants() {
    Set<ClassSymbol> held = new HashSet<>();
    for (VarSymbol variable : index.variables()) {
      if (variable.isStatic()) {
        Stream<Type> own =
            (variable.flags() & Flags.FINAL) == 0 ? Stream.empty() : Stream.of(variable.type);
        Stream.concat(own, madeFor(variable))
            .filter(type -> index.isDeclaredHere(type.tsym))
            .map(type -> (ClassSymbol) type.tsym)
            .forEach(held::add);
      }
    }
    return ImmutableSet.copyOf(held);
  }

  private Stream<Type> madeFor(VarSymbol variable) {
    return index.accessesOf(variable).stream()
        .filter(write -> write.isWrite() && write.location().isStatic())
        .filter(write -> write.body().kind() == Body.Kind.STATIC_INITIALIZER)
        .flatMap(write -> write.written().paths().stream())
        .filter(path -> path.selectors().isEmpty())
        .map(AccessPath::root)
        .filter(Root.Fresh.class::isInstance)
        .map(root -> ((Root.Fresh) root).allocation().type());
  }
}
