package dev.interlock.library;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Arrays.stream;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** The words that model files use for a fixed set of values, such as the constants of an enum. */
record Words<T>(String subject, ImmutableMap<String, T> values) {

  /** Returns the constants of an enum, {@code THREAD_SAFE} spelled {@code thread-safe}. */
  static <E extends Enum<E>> Words<E> ofEnum(String subject, Class<E> type) {
    return new Words<>(
        subject,
        stream(type.getEnumConstants())
            .collect(
                toImmutableMap(
                    constant -> Ascii.toLowerCase(constant.name()).replace('_', '-'),
                    constant -> constant)));
  }

  Optional<T> find(String word) {
    return Optional.ofNullable(values.get(word));
  }

  /** Returns the value of {@code word}, or fails with all valid words. */
  T get(String word, SourceLine line) {
    return find(word)
        .orElseThrow(
            () ->
                line.invalid(
                    "unknown %s '%s'; valid are: %s"
                        .formatted(subject, word, String.join(", ", values.keySet()))));
  }
}
