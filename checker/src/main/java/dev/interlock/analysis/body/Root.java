package dev.interlock.analysis.body;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/** Where an {@link AccessPath} starts. */
public sealed interface Root {

  /** The object that the body runs on. */
  record This() implements Root {}

  /** No object: the path's first selector is a static field. */
  record Statics() implements Root {}

  /** A parameter of the body, or a variable captured from the body that defines it. */
  record Variable(VarSymbol symbol) implements Root {}

  /** The object made by an allocation in the body. */
  record Fresh(Allocation allocation) implements Root {}

  /** The {@code Class} object of a type. */
  record ClassObject(ClassSymbol type) implements Root {}

  /** An object of a library's type that the library gives to all threads which ask for it. */
  record Shared(TypeSymbol type) implements Root {}

  /** The result of a call in the body of which no more is known here. */
  record Result(Call call) implements Root {}
}
