package dev.interlock.analysis.body;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/** Something that a value was computed from. */
public sealed interface Dependency {

  /** The value that an access read. */
  record OnRead(Access read) implements Dependency {}

  /** The value of a parameter, or of a variable captured from the defining body. */
  record OnVariable(VarSymbol symbol) implements Dependency {}

  /** The object that the body runs on. */
  record OnThis() implements Dependency {}

  /** What a call returned. */
  record OnResult(Call call) implements Dependency {}

  /** A computation that may give one result for different inputs, such as a remainder. */
  record OnFolding() implements Dependency {}

  /** Which turn of a loop it is: different in every turn. */
  record OnLoop(Tree loop) implements Dependency {}
}
