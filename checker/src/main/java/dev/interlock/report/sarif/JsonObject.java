package dev.interlock.report.sarif;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** An object of JSON (RFC 8259) under construction; its members keep their order. */
final class JsonObject {
  private final Map<String, Object> members = new LinkedHashMap<>();

  JsonObject put(String name, String value) {
    members.put(name, value);
    return this;
  }

  JsonObject put(String name, int value) {
    members.put(name, value);
    return this;
  }

  JsonObject put(String name, boolean value) {
    members.put(name, value);
    return this;
  }

  JsonObject put(String name, JsonObject value) {
    members.put(name, value);
    return this;
  }

  JsonObject put(String name, Collection<String> values) {
    members.put(name, ImmutableList.copyOf(values));
    return this;
  }

  <T> JsonObject put(String name, Collection<T> values, Function<T, JsonObject> each) {
    return put(name, values.stream().map(each));
  }

  JsonObject put(String name, Stream<JsonObject> values) {
    members.put(name, values.collect(toImmutableList()));
    return this;
  }

  /** Returns the text of the object, indented, without a line feed at its end. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(this, 0, out);
    return out.toString();
  }

  private static void write(Object value, int depth, StringBuilder out) {
    if (value instanceof JsonObject object) {
      Iterator<Map.Entry<String, Object>> entries = object.members.entrySet().iterator();
      out.append('{');
      while (entries.hasNext()) {
        Map.Entry<String, Object> entry = entries.next();
        newLine(depth + 1, out);
        quote(entry.getKey(), out);
        out.append(": ");
        write(entry.getValue(), depth + 1, out);
        out.append(entries.hasNext() ? "," : "");
      }
      close('}', object.members.isEmpty(), depth, out);
    } else if (value instanceof Collection<?> elements) {
      Iterator<?> rest = elements.iterator();
      out.append('[');
      while (rest.hasNext()) {
        newLine(depth + 1, out);
        write(rest.next(), depth + 1, out);
        out.append(rest.hasNext() ? "," : "");
      }
      close(']', elements.isEmpty(), depth, out);
    } else if (value instanceof String text) {
      quote(text, out);
    } else {
      out.append(value);
    }
  }

  private static void close(char bracket, boolean empty, int depth, StringBuilder out) {
    if (!empty) {
      newLine(depth, out);
    }
    out.append(bracket);
  }

  private static void newLine(int depth, StringBuilder out) {
    out.append('\n').append("  ".repeat(depth));
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    text.codePoints().forEach(character -> escape(character, out));
    out.append('"');
  }

  private static void escape(int character, StringBuilder out) {
    switch (character) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isHalfOfPair(character)) {
          // No UTF-8 is made of it.
          out.append('\ufffd');
        } else if (needsNumber(character)) {
          out.append(String.format("\\u%04x", character));
        } else {
          out.appendCodePoint(character);
        }
      }
    }
  }

  private static boolean isHalfOfPair(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  /** Control characters, and those that end a line of JavaScript or turn the text around. */
  private static boolean needsNumber(int character) {
    int type = Character.getType(character);
    return character <= 0xffff
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR);
  }
}
