package dev.interlock.library;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Types;
import java.util.Optional;

/**
 * What library code does, as far as lost updates depend on it: which methods run an argument on
 * other threads, call it in place, access the inside of a container, take a lock or wait for tasks.
 *
 * <p>A model of a method holds for every override of it, unless the overriding type has a model of
 * its own; flags of a type hold for its subtypes likewise.
 */
public interface LibraryModel {

  /** Returns what is known of {@code method}, looking through the methods that it overrides. */
  Optional<MethodModel> method(MethodSymbol method, Types types);

  /** Returns the flags of {@code type}, those of the nearest modelled supertypes included. */
  ImmutableSet<TypeFlag> flags(TypeSymbol type, Types types);

  /** Returns what an annotation of this qualified name means for the element that carries it. */
  Optional<AnnotationMeaning> annotation(String qualifiedName);

  /** Returns what an annotation means for the element that carries it, with its attributes. */
  Optional<AnnotationMeaning> annotation(Attribute.Compound annotation);

  /**
   * Returns how the methods of subclasses of {@code method}'s owner are entered by a framework when
   * {@code method} overrides a modelled entry point such as {@code HttpServlet.doGet}.
   */
  Optional<EntryMode> entry(MethodSymbol method, Types types);
}
