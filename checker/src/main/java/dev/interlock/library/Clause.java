package dev.interlock.library;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A clause of a method line, such as {@code updates key=0 value=1 conditional}, consumed word by
 * word. Optional words have a fixed order, so that there is one spelling for each meaning.
 */
final class Clause {
  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();
  private static final String RECEIVER = "receiver";

  private final SourceLine line;
  private final String text;
  private final List<String> words;
  private int position;

  Clause(String text, SourceLine line) {
    this.line = line;
    this.text = text;
    this.words = WORDS.splitToList(text);
    if (words.isEmpty()) {
      throw line.invalid("nothing stands before or after one of the semicolons");
    }
  }

  SourceLine line() {
    return line;
  }

  boolean hasNext() {
    return position < words.size();
  }

  /** Consumes the next word, which must be there. */
  String next(String expected) {
    if (!hasNext()) {
      throw line.invalid("'%s' lacks %s".formatted(text, expected));
    }
    return words.get(position++);
  }

  /** Consumes the next word if it is {@code word}. */
  boolean nextIf(String word) {
    boolean matches = hasNext() && words.get(position).equals(word);
    if (matches) {
      position++;
    }
    return matches;
  }

  /** Consumes the next word if it is one of {@code choices}. */
  <T> Optional<T> nextIf(Words<T> choices) {
    Optional<T> value = hasNext() ? choices.find(words.get(position)) : Optional.empty();
    if (value.isPresent()) {
      position++;
    }
    return value;
  }

  /** Consumes the next word, which must be one of {@code choices}. */
  <T> T next(Words<T> choices) {
    return choices.get(next("a " + choices.subject()), line);
  }

  /** Consumes a receiver or the number of an argument. */
  Operand operand() {
    String word = next("an operand");
    return word.equals(RECEIVER) ? Operand.RECEIVER : new Operand(number(word));
  }

  /** Consumes the number of an argument. */
  int argument() {
    return number(next("the number of an argument"));
  }

  /** Consumes the next word if it is {@code name=number}. */
  OptionalInt setting(String name) {
    if (!hasNext() || !words.get(position).startsWith(name + "=")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(number(words.get(position++).substring(name.length() + 1)));
  }

  /** Fails if words are left over. */
  void end(String form) {
    if (hasNext()) {
      throw line.invalid(
          "'%s' is out of place in '%s'; the form is: %s"
              .formatted(words.get(position), text, form));
    }
  }

  int number(String word) {
    Integer number = Ints.tryParse(word);
    if (number == null || number < 0) {
      throw line.invalid(
          "'%s' in '%s' is not an operand; use '%s' or the number of an argument, from 0"
              .formatted(word, text, RECEIVER));
    }
    return number;
  }
}
