package com.granular.feed;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** A hand-written parser with plenty of state; an instance parses one document. */
final class FeedParser {
  private static final ThreadLocal<SimpleDateFormat> DATES =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd HH:mm:ss"));

  private final String text;
  private final StringBuilder token = new StringBuilder();
  private final List<Item> items = new ArrayList<>();
  private int pos;
  private int line = 1;
  private int depth;
  private int maxDepth;

  FeedParser(String text) {
    this.text = text;
  }

  List<Item> parse() throws ParseException {
    while (pos < text.length()) {
      char c = text.charAt(pos++);
      switch (c) {
        case '\n':
          line++;
          emit();
          break;
        case '<':
          depth++;
          if (depth > maxDepth) {
            maxDepth = depth;
          }
          break;
        case '>':
          depth--;
          break;
        default:
          token.append(c);
      }
    }
    emit();
    return items;
  }

  private void emit() throws ParseException {
    if (token.length() > 19) {
      Date d = DATES.get().parse(token.substring(0, 19));
      items.add(new Item(d.getTime(), token.substring(19).trim(), line, maxDepth));
    }
    token.setLength(0);
  }

  record Item(long at, String title, int line, int depth) {}
}
