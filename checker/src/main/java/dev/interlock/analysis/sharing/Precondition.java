package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.Optional;

/**
 * What must hold where some point of a body is reached, in terms of what the body was called with.
 *
 * @param parameter the parameter that is asked about; empty for the object that the body runs on
 * @param holds how the question must be answered
 */
record Precondition(Optional<VarSymbol> parameter, Question question, boolean holds) {

  /** What is asked of a value. */
  sealed interface Question {

    /** Whether it is {@code null}. */
    record IsNull() implements Question {}

    /** Whether it is an object of a class. */
    record IsInstance(Type type) implements Question {}

    /** Whether it is a constant: a literal's value, or the symbol of an enum constant. */
    record Is(Object constant) implements Question {}

    /** Whether a field of the object has been set, which it is not when the object is made. */
    record HasSet(VarSymbol field) implements Question {}
  }

  /** Returns the same question about another value. */
  Precondition of(Optional<VarSymbol> other) {
    return new Precondition(other, question, holds);
  }
}
