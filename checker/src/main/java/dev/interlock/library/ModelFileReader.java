package dev.interlock.library;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import dev.interlock.library.ModelFile.AnnotationLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over the lines of a model file that takes notice of all but the method lines. */
final class ModelFileReader {
  private static final String PACKAGE = "package ";
  private static final String TYPE = "type ";
  private static final String ANNOTATION = "annotation ";
  private static final String SINCE = "since ";
  private static final Words<TypeFlag> FLAGS = Words.ofEnum("flag", TypeFlag.class);
  private static final Words<AnnotationMeaning> MEANINGS =
      Words.ofEnum("meaning", AnnotationMeaning.class);

  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  private final String file;
  private final List<String> lines;
  private final ImmutableList.Builder<TypeParagraph> types = ImmutableList.builder();
  private final Map<String, AnnotationLine> annotations = new LinkedHashMap<>();
  private String prefix = "";

  ModelFileReader(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  ModelFile read() {
    int next = 0;
    while (next < lines.size()) {
      int current = next++;
      if (SourceLine.isBlank(lines.get(current))) {
        continue;
      }
      SourceLine line = SourceLine.of(file, next, lines.get(current));
      if (!SourceLine.isFlushLeft(lines.get(current))) {
        throw line.invalid("an indented line describes a method, but no type line precedes it");
      } else if (line.text().startsWith(TYPE)) {
        next = endOfParagraph(next);
        types.add(paragraph(line, lines.subList(current + 1, next)));
      } else {
        readOther(line);
      }
    }
    return new ModelFile(types.build(), ImmutableMap.copyOf(annotations));
  }

  private int endOfParagraph(int start) {
    int end = start;
    while (end < lines.size() && !SourceLine.isFlushLeft(lines.get(end))) {
      end++;
    }
    return end;
  }

  private TypeParagraph paragraph(SourceLine head, List<String> body) {
    int colon = head.text().indexOf(':');
    ImmutableSet.Builder<TypeFlag> flags = ImmutableSet.builder();
    int since = 0;
    if (colon >= 0) {
      for (String part : SourceLine.split(head.text().substring(colon + 1), ';')) {
        if (part.startsWith(SINCE)) {
          since = version(part, head);
        } else {
          SourceLine.split(part, ',').forEach(word -> flags.add(FLAGS.get(word, head)));
        }
      }
    }
    int end = colon < 0 ? head.text().length() : colon;
    ImmutableList<String> names = names(head.text().substring(TYPE.length(), end), head);
    return new TypeParagraph(head, names, flags.build(), since, body);
  }

  private void readOther(SourceLine line) {
    if (line.text().startsWith(PACKAGE)) {
      String name = line.text().substring(PACKAGE.length()).strip();
      prefix = checked(name, line) + ".";
    } else if (line.text().startsWith(ANNOTATION)) {
      readAnnotation(line);
    } else {
      throw line.invalid(
          "'%s' is not understood; a line begins with 'package', 'type', 'annotation' or a blank"
              .formatted(line.text()));
    }
  }

  private void readAnnotation(SourceLine line) {
    int colon = line.text().indexOf(':');
    if (colon < 0) {
      throw line.invalid("an annotation line has the form: annotation NAME, ... : MEANING");
    }
    AnnotationModel model = annotation(line.text().substring(colon + 1), line);
    for (String name : names(line.text().substring(ANNOTATION.length(), colon), line)) {
      AnnotationLine earlier = annotations.putIfAbsent(name, new AnnotationLine(model, line));
      if (earlier != null) {
        throw line.invalid("'%s' has a meaning already at %s".formatted(name, earlier.source()));
      }
    }
  }

  /** Reads {@code MEANING}, {@code MEANING; MEANING if CONDITION} or the latter alone. */
  private static AnnotationModel annotation(String text, SourceLine line) {
    List<String> clauses = SourceLine.split(text, ';');
    List<String> last = WORDS.splitToList(clauses.get(clauses.size() - 1));
    boolean special = last.size() == 3 && last.get(1).equals("if");
    if (clauses.size() > 2 || (clauses.size() == 2 && !special)) {
      throw line.invalid(
          "an annotation line has the form: annotation NAME, ... : MEANING"
              + " [; MEANING if ATTRIBUTE>NUMBER|ATTRIBUTE=CONSTANT]");
    }
    Optional<AnnotationMeaning> meaning =
        clauses.size() == 2 || !special
            ? Optional.of(MEANINGS.get(clauses.get(0), line))
            : Optional.empty();
    return new AnnotationModel(
        meaning,
        special
            ? Optional.of(
                AnnotationModel.Special.parse(MEANINGS.get(last.get(0), line), last.get(2), line))
            : Optional.empty());
  }

  private ImmutableList<String> names(String list, SourceLine line) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    SourceLine.split(list, ',').forEach(name -> names.add(qualified(name, line)));
    return names.build();
  }

  /** Completes a name that begins with a capital by the package that the last such line gives. */
  private String qualified(String name, SourceLine line) {
    if (name.startsWith(ModelFile.ANY_PACKAGE)) {
      checked(name.substring(ModelFile.ANY_PACKAGE.length()), line);
      return name;
    }
    return Character.isUpperCase(checked(name, line).charAt(0)) ? prefix + name : name;
  }

  private static String checked(String name, SourceLine line) {
    if (!Identifiers.isQualified(name)) {
      throw line.invalid("'%s' is not a name".formatted(name));
    }
    return name;
  }

  private static int version(String part, SourceLine line) {
    Integer version = Ints.tryParse(part.substring(SINCE.length()).strip());
    if (version == null) {
      throw line.invalid("'%s' names no version; write for example 'since 21'".formatted(part));
    }
    return version;
  }
}
