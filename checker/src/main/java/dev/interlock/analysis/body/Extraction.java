package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Names;
import dev.interlock.library.LibraryModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads bodies from trees: the one door of this package. Holds what all bodies of a class share.
 */
public final class Extraction {
  private final LibraryModel library;
  private final Types typeUtilities;
  private final Names names;
  private final Assertions assertions;
  private final CompilationUnitTree unit;
  private final List<Body> bodies = new ArrayList<>();
  private final List<ClassSymbol> declared = new ArrayList<>();

  private Extraction(
      LibraryModel library,
      Types types,
      Names names,
      Assertions assertions,
      CompilationUnitTree unit) {
    this.library = library;
    this.typeUtilities = types;
    this.names = names;
    this.assertions = assertions;
    this.unit = unit;
  }

  /**
   * What was read from a class.
   *
   * @param bodies in source order
   * @param declared the class and the classes nested in it
   */
  public record Extracted(ImmutableList<Body> bodies, ImmutableList<ClassSymbol> declared) {}

  /**
   * Returns the bodies of an attributed class, those of its nested classes and lambdas included.
   */
  public static Extracted read(
      ClassTree tree,
      CompilationUnitTree unit,
      LibraryModel library,
      Types types,
      Names names,
      Assertions assertions) {
    Extraction extraction = new Extraction(library, types, names, assertions, unit);
    new ClassReader(extraction, null).read(tree);
    return new Extracted(
        ImmutableList.copyOf(extraction.bodies), ImmutableList.copyOf(extraction.declared));
  }

  LibraryModel library() {
    return library;
  }

  Types types() {
    return typeUtilities;
  }

  Names names() {
    return names;
  }

  Assertions assertions() {
    return assertions;
  }

  /** Returns whether a model or a function says what a method does, rather than a body. */
  boolean isForeign(MethodSymbol method) {
    return library.method(method, typeUtilities).isPresent()
        || (method.owner.isInterface()
            && typeUtilities.isFunctionalInterface((TypeSymbol) method.owner));
  }

  CompilationUnitTree unit() {
    return unit;
  }

  void declare(ClassSymbol type) {
    declared.add(type);
  }

  Body add(Body body) {
    bodies.add(body);
    return body;
  }
}
