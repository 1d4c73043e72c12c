package dev.interlock.library;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one model file says. The format is described in {@code docs/library-models.md}.
 *
 * @param types in the order of the file
 * @param annotations meanings by qualified name, or by {@code *.SimpleName} for any package
 */
record ModelFile(
    ImmutableList<TypeParagraph> types, ImmutableMap<String, AnnotationLine> annotations) {

  /** What the annotation of one name means, and which line says so. */
  record AnnotationLine(AnnotationMeaning meaning, SourceLine source) {}

  /** What stands for the package of an annotation that is known by its simple name. */
  static final String ANY_PACKAGE = "*.";

  private static final Words<TypeFlag> FLAGS = Words.ofEnum("flag", TypeFlag.class);
  private static final Words<AnnotationMeaning> MEANINGS =
      Words.ofEnum("meaning", AnnotationMeaning.class);
  private static final Splitter LIST = Splitter.on(',').trimResults();
  private static final Splitter PARTS = Splitter.on(';').trimResults();

  /** Reads a file; method lines are checked only when used, unless {@link #check} is called. */
  static ModelFile parse(String name, List<String> lines) {
    return new Reader(name).read(lines);
  }

  /** Parses the method lines too, to find mistakes at once. */
  ModelFile check() {
    types.forEach(TypeParagraph::methods);
    return this;
  }

  /** The state of one pass over the lines of a file. */
  private static final class Reader {
    private final String file;
    private final ImmutableList.Builder<TypeParagraph> types = ImmutableList.builder();
    private final Map<String, AnnotationLine> annotations = new LinkedHashMap<>();
    private String prefix = "";

    Reader(String file) {
      this.file = file;
    }

    ModelFile read(List<String> lines) {
      int next = 0;
      while (next < lines.size()) {
        SourceLine line = SourceLine.of(file, ++next, lines.get(next - 1));
        if (line.isBlank()) {
          continue;
        }
        if (line.indented()) {
          throw line.invalid("an indented line describes a method; no 'type' line precedes it");
        }
        if (line.text().startsWith("type ")) {
          next = readType(line, lines, next);
        } else {
          readOther(line);
        }
      }
      return new ModelFile(types.build(), ImmutableMap.copyOf(annotations));
    }

    /** Returns the index of the first line after the paragraph. */
    private int readType(SourceLine head, List<String> lines, int start) {
      ImmutableList.Builder<SourceLine> body = ImmutableList.builder();
      int next = start;
      for (; next < lines.size(); next++) {
        SourceLine line = SourceLine.of(file, next + 1, lines.get(next));
        if (!line.isBlank() && !line.indented()) {
          break;
        }
        if (!line.isBlank()) {
          body.add(line);
        }
      }
      types.add(paragraph(head, body.build()));
      return next;
    }

    private TypeParagraph paragraph(SourceLine head, ImmutableList<SourceLine> body) {
      int colon = head.text().indexOf(':');
      ImmutableSet.Builder<TypeFlag> flags = ImmutableSet.builder();
      int since = 0;
      if (colon >= 0) {
        for (String part : PARTS.split(head.text().substring(colon + 1))) {
          if (part.startsWith("since ")) {
            since = version(part, head);
          } else {
            LIST.split(part).forEach(word -> flags.add(FLAGS.get(word, head)));
          }
        }
      }
      String names = head.text().substring("type ".length(), colon < 0 ? head.text().length() : colon);
      return new TypeParagraph(head, names(names, head), flags.build(), since, body);
    }

    private void readOther(SourceLine line) {
      String text = line.text();
      if (text.startsWith("package ")) {
        String name = text.substring("package ".length()).strip();
        prefix = checked(name, line) + ".";
      } else if (text.startsWith("annotation ")) {
        readAnnotation(line);
      } else {
        throw line.invalid(
            "unknown line '%s'; a line begins with 'package', 'type', 'annotation', or is indented"
                .formatted(text));
      }
    }

    private void readAnnotation(SourceLine line) {
      int colon = line.text().indexOf(':');
      if (colon < 0) {
        throw line.invalid("an annotation line has the form: annotation NAME, ... : MEANING");
      }
      AnnotationMeaning meaning = MEANINGS.get(line.text().substring(colon + 1).strip(), line);
      for (String name : names(line.text().substring("annotation ".length(), colon), line)) {
        AnnotationLine earlier = annotations.putIfAbsent(name, new AnnotationLine(meaning, line));
        if (earlier != null) {
          throw line.invalid("'%s' has a meaning already at %s".formatted(name, earlier.source()));
        }
      }
    }

    /** Returns qualified names: those that begin with a capital are taken to be in the package. */
    private ImmutableList<String> names(String list, SourceLine line) {
      return LIST.splitToStream(list)
          .map(name -> qualified(name, line))
          .collect(ImmutableList.toImmutableList());
    }

    private String qualified(String name, SourceLine line) {
      if (name.startsWith(ANY_PACKAGE)) {
        return ANY_PACKAGE + checked(name.substring(ANY_PACKAGE.length()), line);
      }
      checked(name, line);
      return Character.isUpperCase(name.charAt(0)) ? prefix + name : name;
    }

    private static String checked(String name, SourceLine line) {
      if (!name.matches("[\\w$]+(\\.[\\w$]+)*")) {
        throw line.invalid("'%s' is not a name".formatted(name));
      }
      return name;
    }

    private static int version(String since, SourceLine line) {
      Integer version = Ints.tryParse(since.substring("since ".length()).strip());
      if (version == null) {
        throw line.invalid("'%s' names no version, such as 'since 21'".formatted(since));
      }
      return version;
    }
  }
}
