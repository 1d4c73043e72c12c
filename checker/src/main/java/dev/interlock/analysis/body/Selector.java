package dev.interlock.analysis.body;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/** One step of an {@link AccessPath}, from an object to something it holds. */
public sealed interface Selector {

  /** A field of the object. */
  record Field(VarSymbol symbol) implements Selector {}

  /** An element of the array. */
  record Element(Index index) implements Selector {}

  /** The inside of a container: the elements of a collection, the value of an atomic variable. */
  record Content(Index index) implements Selector {}

  /** The enclosing instance of an inner class. */
  record Outer(ClassSymbol type) implements Selector {}
}
