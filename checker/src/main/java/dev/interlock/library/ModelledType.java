package dev.interlock.library;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.Optional;

/** A type of the compilation with the paragraphs that describe it, the most important first. */
record ModelledType(TypeSymbol type, ImmutableList<TypeParagraph> paragraphs) {

  /**
   * Returns the first line that describes {@code method} or the method of this type it overrides.
   */
  Optional<MethodLine> findLine(MethodSymbol method, Types types) {
    String name = method.name.toString();
    if (paragraphs.stream().noneMatch(paragraph -> paragraph.methods().containsKey(name))) {
      return Optional.empty();
    }
    return findOverridden(method, types)
        .map(overridden -> parameters(overridden, types))
        .flatMap(
            parameters ->
                paragraphs.stream()
                    .flatMap(paragraph -> paragraph.methods().get(name).stream())
                    .filter(line -> line.pattern().matches(parameters))
                    .findFirst());
  }

  private Optional<MethodSymbol> findOverridden(MethodSymbol method, Types types) {
    if (method.owner == type) {
      return Optional.of(method);
    }
    if (method.isConstructor() || method.isStatic() || method.isPrivate()) {
      return Optional.empty();
    }
    for (Symbol member : type.members().getSymbolsByName(method.name)) {
      if (member instanceof MethodSymbol candidate && overrides(method, candidate, types)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean overrides(MethodSymbol method, MethodSymbol candidate, Types types) {
    try {
      return method.overrides(candidate, method.enclClass(), types, /* checkResult= */ false);
    } catch (CompletionFailure e) {
      // A parameter's class is missing: the compilation cannot call this method either.
      return false;
    }
  }

  private static ImmutableList<String> parameters(MethodSymbol method, Types types) {
    return types.erasure(method.type).getParameterTypes().stream()
        .map(parameter -> simpleName(parameter, types))
        .collect(toImmutableList());
  }

  private static String simpleName(Type type, Types types) {
    return type.hasTag(TypeTag.ARRAY)
        ? simpleName(types.elemtype(type), types) + "[]"
        : type.tsym.name.toString();
  }
}
