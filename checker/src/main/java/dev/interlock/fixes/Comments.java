package dev.interlock.fixes;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.util.ErrorProneComment;
import com.google.errorprone.util.ErrorProneTokens;
import com.sun.tools.javac.util.Context;
import java.util.Comparator;

/**
 * The comments of a file. What merely looks like one, in a string literal, is none.
 *
 * @param byPosition the text of each comment, by where it begins
 */
record Comments(ImmutableSortedMap<Integer, String> byPosition) {

  /** Reads the comments of {@code text}. */
  static Comments of(String text, Context context) {
    return new Comments(
        ErrorProneTokens.getTokens(text, context).stream()
            .flatMap(token -> token.comments().stream())
            .collect(
                toImmutableSortedMap(
                    Comparator.naturalOrder(), ErrorProneComment::getPos, c -> textOf(text, c))));
  }

  private static String textOf(String text, ErrorProneComment comment) {
    return text.substring(comment.getPos(), comment.getEndPos()).stripTrailing();
  }

  /** Returns the text of the comments that begin in a part of the file. */
  ImmutableList<String> in(int start, int end) {
    return byPosition.subMap(start, end).values().stream().collect(toImmutableList());
  }

  /** Returns whether {@code replacement} has all comments of the part, in their order. */
  boolean areKept(int start, int end, String replacement) {
    int at = 0;
    for (String comment : in(start, end)) {
      at = replacement.indexOf(comment, at);
      if (at < 0) {
        return false;
      }
      at += comment.length();
    }
    return true;
  }
}
