package org.spinneret.crawl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reuses its buffers, so every crawler thread has its own. */
final class PageParser {
  private static int parsers;
  private static final Map<String, String> ENTITIES = new HashMap<>();

  static {
    ENTITIES.put("&amp;", "&");
    ENTITIES.put("&lt;", "<");
    for (int c = 32; c < 127; c++) {
      ENTITIES.put("&#" + c + ";", String.valueOf((char) c));
    }
  }

  private final StringBuilder buffer = new StringBuilder();
  private final List<String> found = new ArrayList<>();
  private int pages;

  PageParser() {
    parsers++; // RACE rmw
  }

  String fetch(String url) {
    buffer.setLength(0);
    buffer.append("<a href=").append(url).append("/next>");
    pages++;
    return buffer.toString();
  }

  List<String> links(String page) {
    found.clear();
    for (int i = page.indexOf("href="); i >= 0; i = page.indexOf("href=", i + 1)) {
      String link = page.substring(i + 5, page.indexOf('>', i));
      for (Map.Entry<String, String> e : ENTITIES.entrySet()) {
        link = link.replace(e.getKey(), e.getValue());
      }
      found.add(link);
    }
    if (pages % 1000 == 0) {
      found.removeIf(String::isEmpty);
    }
    return found;
  }

  static int parsers() {
    return parsers;
  }
}
