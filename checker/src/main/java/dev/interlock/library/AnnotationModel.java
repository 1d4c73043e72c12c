package dev.interlock.library;

import com.google.common.primitives.Ints;
import com.sun.tools.javac.code.Attribute;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an annotation means.
 *
 * @param special what it means instead if one of its attributes is such a number
 */
record AnnotationModel(AnnotationMeaning meaning, Optional<Special> special) {

  /**
   * The form of a condition. An attribute is an element of the annotation that is a number, or a
   * text that ends with one, as {@code "2-8"} and {@code "${threads:8}"} do.
   */
  private static final Pattern CONDITION = Pattern.compile("(\\w+)>(\\d+)");

  private static final Pattern LAST_NUMBER = Pattern.compile("(?:^|[-:])\\s*(\\d+)\\s*}?$");

  /** The meaning of an annotation with an attribute of more than {@code number}. */
  record Special(AnnotationMeaning meaning, String attribute, int number) {

    static Special parse(AnnotationMeaning meaning, String condition, SourceLine line) {
      Matcher parts = CONDITION.matcher(condition);
      Integer number = parts.matches() ? Ints.tryParse(parts.group(2)) : null;
      if (number == null) {
        throw line.invalid(
            "'%s' is not a condition on an attribute such as concurrency>1".formatted(condition));
      }
      return new Special(meaning, parts.group(1), number);
    }

    boolean holds(Attribute.Compound annotation) {
      return annotation.values.stream()
          .filter(pair -> pair.fst.getSimpleName().contentEquals(attribute))
          .anyMatch(pair -> numberIn(pair.snd.getValue()) > number);
    }

    private static int numberIn(@Nullable Object value) {
      Matcher last = LAST_NUMBER.matcher(String.valueOf(value));
      Integer found = last.find() ? Ints.tryParse(last.group(1)) : null;
      return found == null ? 0 : found;
    }
  }

  /** Returns what the annotation means with the attributes that it has at some place. */
  AnnotationMeaning of(Attribute.Compound annotation) {
    return special.filter(s -> s.holds(annotation)).map(Special::meaning).orElse(meaning);
  }
}
