package com.quillpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Literal and variable parts, alternating. */
public final class Template {
  private final List<String> parts;
  private String longest;

  private Template(List<String> parts) {
    this.parts = parts;
  }

  static Template compile(String source) {
    List<String> parts = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    int open = 0;
    for (char c : source.toCharArray()) {
      if (c == '{' || c == '}') {
        open += c == '{' ? 1 : -1;
        parts.add(current.toString());
        current.setLength(0);
      } else {
        current.append(c);
      }
    }
    if (open != 0) {
      throw new IllegalArgumentException("unbalanced");
    }
    parts.add(current.toString());
    return new Template(List.copyOf(parts));
  }

  public String render(Map<String, String> values, Usage usage) {
    StringBuilder out = new StringBuilder();
    boolean variable = false;
    for (String p : parts) {
      out.append(variable ? values.getOrDefault(p, "") : p);
      variable = !variable;
    }
    usage.renders.increment();
    usage.chars.add(out.length());
    return out.toString();
  }

  /** Computed again by whoever comes too early. */
  public String longest() {
    String l = longest;
    if (l == null) {
      l = "";
      for (String p : parts) {
        if (p.length() > l.length()) {
          l = p;
        }
      }
      longest = l;
    }
    return l;
  }
}

final class Usage {
  final LongAdder renders = new LongAdder();
  final LongAdder chars = new LongAdder();
}

final class Fonts {
  private final int[] widths = new int[256];

  Fonts() {
    for (int i = 0; i < widths.length; i++) {
      widths[i] += i % 7 + 5;
    }
  }

  int width(String s) {
    int w = 0;
    for (char c : s.toCharArray()) {
      w += widths[c & 0xff];
    }
    return w;
  }
}
