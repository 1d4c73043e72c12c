package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.library.TypeFlag;
import java.util.Set;
import java.util.stream.Stream;

/** Tells of which types it matters that all threads use one object and not two equal ones. */
final class StatefulTypes {
  private static final int MAX_DEPTH = 2;

  private static final ImmutableSet<TypeFlag> STATEFUL =
      ImmutableSet.of(
          TypeFlag.ATOMIC_VARIABLE,
          TypeFlag.THREAD_SAFE,
          TypeFlag.NOT_THREAD_SAFE,
          TypeFlag.LOCK,
          TypeFlag.EXECUTOR);

  private final CompilationIndex index;

  StatefulTypes(CompilationIndex index) {
    this.index = index;
  }

  /** Returns whether objects of a type are known to have state that changes. */
  boolean hasState(Type type) {
    return hasState(type, MAX_DEPTH);
  }

  private boolean hasState(Type type, int depth) {
    if (type.isPrimitive()
        || !(type.tsym instanceof ClassSymbol held)
        || (held.flags() & (Flags.ENUM | Flags.RECORD)) != 0) {
      return false;
    }
    Set<TypeFlag> flags = index.library().flags(held, index.types());
    if (flags.contains(TypeFlag.IMMUTABLE)) {
      return false;
    }
    return !Sets.intersection(flags, STATEFUL).isEmpty()
        || Stream.concat(Stream.of(held), index.subclassesOf(held).stream())
            .flatMap(kind -> index.types().closure(kind.type).stream())
            .filter(supertype -> index.isDeclaredHere(supertype.tsym))
            .flatMap(supertype -> fields(supertype.tsym))
            .anyMatch(field -> isState(field, depth));
  }

  private boolean isState(VarSymbol field, int depth) {
    return (field.flags() & Flags.FINAL) == 0 || (depth > 0 && hasState(field.type, depth - 1));
  }

  private static Stream<VarSymbol> fields(Symbol type) {
    Stream.Builder<VarSymbol> fields = Stream.builder();
    for (Symbol member : type.members().getSymbols()) {
      if (member instanceof VarSymbol field && !field.isStatic()) {
        fields.add(field);
      }
    }
    return fields.build();
  }
}
