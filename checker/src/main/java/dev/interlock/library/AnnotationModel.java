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
 * @param meaning absent if it means something by one of its attributes only
 * @param special what it means instead if one of its attributes is such a number or constant
 */
record AnnotationModel(Optional<AnnotationMeaning> meaning, Optional<Special> special) {

  /**
   * The form of a condition. An attribute is an element of the annotation that is a number, or a
   * text that ends with one, as {@code "2-8"} and {@code "${threads:8}"} do, or a constant of an
   * enum.
   */
  private static final Pattern CONDITION = Pattern.compile("(\\w+)(?:>(\\d+)|=([A-Z]\\w*))");

  private static final Pattern LAST_NUMBER = Pattern.compile("(?:^|[-:])\\s*(\\d+)\\s*}?$");

  /**
   * The meaning of an annotation with an attribute of more than {@code number}, or that is the
   * {@code constant}.
   */
  record Special(
      AnnotationMeaning meaning, String attribute, int number, Optional<String> constant) {

    static Special parse(AnnotationMeaning meaning, String condition, SourceLine line) {
      Matcher parts = CONDITION.matcher(condition);
      Optional<String> constant =
          parts.matches() ? Optional.ofNullable(parts.group(3)) : Optional.empty();
      Integer number = parts.matches() && constant.isEmpty() ? Ints.tryParse(parts.group(2)) : null;
      if (number == null && constant.isEmpty()) {
        throw line.invalid(
            "'%s' is not a condition on an attribute such as concurrency>1 or value=READ"
                .formatted(condition));
      }
      return new Special(meaning, parts.group(1), number == null ? 0 : number, constant);
    }

    boolean holds(Attribute.Compound annotation) {
      return annotation.values.stream()
          .filter(pair -> pair.fst.getSimpleName().contentEquals(attribute))
          .anyMatch(pair -> holds(pair.snd));
    }

    private boolean holds(Attribute value) {
      return constant
          .map(name -> value instanceof Attribute.Enum e && e.value.name.contentEquals(name))
          .orElseGet(() -> numberIn(value.getValue()) > number);
    }

    private static int numberIn(@Nullable Object value) {
      Matcher last = LAST_NUMBER.matcher(String.valueOf(value));
      Integer found = last.find() ? Ints.tryParse(last.group(1)) : null;
      return found == null ? 0 : found;
    }
  }

  /** Returns what the annotation means with the attributes that it has at some place. */
  Optional<AnnotationMeaning> of(Attribute.Compound annotation) {
    return special.filter(s -> s.holds(annotation)).map(Special::meaning).or(() -> meaning);
  }
}
