package dev.interlock.analysis.body;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Types;
import dev.interlock.library.LibraryModel;
import java.util.ArrayList;
import java.util.List;

/** Reads bodies from trees: the one door of this package. Holds what all bodies of a class share. */
public final class Extraction {
  private final LibraryModel library;
  private final Types types;
  private final CompilationUnitTree unit;
  private final List<Body> bodies = new ArrayList<>();

  private Extraction(LibraryModel library, Types types, CompilationUnitTree unit) {
    this.library = library;
    this.types = types;
    this.unit = unit;
  }

  /**
   * Returns the bodies of an attributed class, those of its nested classes and lambdas included, in
   * source order.
   */
  public static List<Body> bodiesOf(
      ClassTree tree, CompilationUnitTree unit, LibraryModel library, Types types) {
    Extraction extraction = new Extraction(library, types, unit);
    new ClassReader(extraction, null).read(tree);
    return extraction.bodies;
  }

  LibraryModel library() {
    return library;
  }

  Types types() {
    return types;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  Body add(Body body) {
    bodies.add(body);
    return body;
  }
}
