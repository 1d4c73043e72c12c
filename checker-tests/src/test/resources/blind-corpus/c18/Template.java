package org.curlybrace.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parsed once, rendered by many threads. */
public final class Template {
  private sealed interface Part permits Text, Variable, Loop {}

  private record Text(String text) implements Part {}

  private record Variable(String name) implements Part {}

  private record Loop(int times, List<Part> body) implements Part {}

  private static final class Parser {
    private final String source;
    private int pos;
    private int depth;

    Parser(String source) {
      this.source = source;
    }

    List<Part> parse() {
      List<Part> parts = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      depth++;
      while (pos < source.length()) {
        char c = source.charAt(pos++);
        if (c == '}' && depth > 1) {
          break;
        }
        if (c != '{') {
          text.append(c);
          continue;
        }
        if (text.length() > 0) {
          parts.add(new Text(text.toString()));
          text.setLength(0);
        }
        parts.add(special());
      }
      depth--;
      parts.add(new Text(text.toString()));
      return parts;
    }

    private Part special() {
      if (Character.isDigit(source.charAt(pos))) {
        int n = 0;
        while (Character.isDigit(source.charAt(pos))) {
          n = n * 10 + source.charAt(pos++) - '0';
        }
        return new Loop(n, parse());
      }
      int begin = pos;
      pos = source.indexOf('}', pos) + 1;
      return new Variable(source.substring(begin, pos - 1));
    }
  }

  private final List<Part> parts;
  private int rendered;
  private int hash;
  private String source;

  public Template(String source) {
    this.source = source;
    this.parts = new Parser(source).parse();
  }

  public String render(Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    render(parts, values, out);
    rendered++; // RACE rmw
    return out.toString();
  }

  private void render(List<Part> parts, Map<String, String> values, StringBuilder out) {
    for (Part p : parts) {
      if (p instanceof Text t) {
        out.append(t.text());
      } else if (p instanceof Variable v) {
        out.append(values.getOrDefault(v.name(), ""));
      } else if (p instanceof Loop l) {
        for (int i = 0; i < l.times(); i++) {
          render(l.body(), values, out);
        }
      }
    }
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      hash = h = source.hashCode();
    }
    return h;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Template t && t.source.equals(source);
  }

  public int rendered() {
    return rendered;
  }
}
