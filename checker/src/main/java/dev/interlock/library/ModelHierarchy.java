package dev.interlock.library;

import com.google.common.collect.ImmutableList;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which of a type's supertypes are modelled. */
final class ModelHierarchy {
  private final Map<String, List<TypeParagraph>> paragraphs;
  private final Map<TypeSymbol, ImmutableList<ModelledType>> known = new HashMap<>();

  /**
   * @param paragraphs by qualified name of the type; the first one with an answer counts
   */
  ModelHierarchy(Map<String, List<TypeParagraph>> paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** Returns the modelled types among {@code type} and its supertypes, subtypes first. */
  ImmutableList<ModelledType> of(TypeSymbol type, Types types) {
    ImmutableList<ModelledType> modelled = known.get(type);
    if (modelled == null) {
      modelled = find(type, types);
      known.put(type, modelled);
    }
    return modelled;
  }

  private ImmutableList<ModelledType> find(TypeSymbol type, Types types) {
    Deque<TypeSymbol> ordered = new ArrayDeque<>();
    collect(type, types, new HashSet<>(), ordered);
    ImmutableList.Builder<ModelledType> modelled = ImmutableList.builder();
    for (TypeSymbol each : ordered) {
      List<TypeParagraph> found = paragraphs.get(each.getQualifiedName().toString());
      if (found != null) {
        modelled.add(new ModelledType(each, ImmutableList.copyOf(found)));
      }
    }
    return modelled.build();
  }

  /** Pushes a type after all its supertypes, so that each precedes its supertypes in the end. */
  private static void collect(
      TypeSymbol type, Types types, Set<TypeSymbol> visited, Deque<TypeSymbol> ordered) {
    if (!visited.add(type)) {
      return;
    }
    for (Type supertype : directSupertypes(type, types).reverse()) {
      collect(supertype.tsym, types, visited, ordered);
    }
    ordered.addFirst(type);
  }

  private static com.sun.tools.javac.util.List<Type> directSupertypes(
      TypeSymbol type, Types types) {
    try {
      return types.directSupertypes(type.type);
    } catch (CompletionFailure e) {
      // A class of the library's own dependencies is missing: models of it cannot matter here.
      return com.sun.tools.javac.util.List.nil();
    }
  }
}
