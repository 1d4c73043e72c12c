package com.acorn.json;

import java.util.ArrayList;
import java.util.List;

/** Turns a text into tokens. Not reusable across threads; make one per text. */
final class JsonTokenizer {
  private final CharSequence text;
  private final StringBuilder value;
  private final List<String> tokens = new ArrayList<>();
  private int pos;
  private int line = 1;
  private int depth;

  JsonTokenizer(CharSequence text, StringBuilder scratch) {
    this.text = text;
    this.value = scratch;
  }

  List<String> tokenize() {
    while (pos < text.length()) {
      char c = text.charAt(pos);
      switch (c) {
        case '\n':
          line++;
          pos++;
          break;
        case '{':
        case '[':
          depth++;
          punctuation(c);
          break;
        case '}':
        case ']':
          if (--depth < 0) {
            throw new IllegalStateException("unbalanced in line " + line);
          }
          punctuation(c);
          break;
        case '"':
          string();
          break;
        case ' ':
          pos++;
          break;
        default:
          punctuation(c);
      }
    }
    return tokens;
  }

  private void punctuation(char c) {
    tokens.add(String.valueOf(c));
    pos += 1;
  }

  private void string() {
    value.setLength(0);
    for (pos++; pos < text.length() && text.charAt(pos) != '"'; pos++) {
      char c = text.charAt(pos);
      if (c == '\\') {
        c = text.charAt(++pos);
      }
      value.append(c);
    }
    pos++;
    tokens.add(value.toString());
  }
}
