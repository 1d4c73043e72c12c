package dev.interlock.library;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;

/**
 * What one model file says. The format is described in {@code docs/library-models.md}.
 *
 * @param types in the order of the file
 * @param annotations by qualified name, or by {@code *.SimpleName} for any package
 */
record ModelFile(
    ImmutableList<TypeParagraph> types, ImmutableMap<String, AnnotationLine> annotations) {

  /** What stands for the package of an annotation that is known by its simple name. */
  static final String ANY_PACKAGE = "*.";

  /** What an annotation means, and which line says so. */
  record AnnotationLine(AnnotationModel model, SourceLine source) {

    Optional<AnnotationMeaning> meaning() {
      return model.meaning();
    }
  }

  /** Reads a file; method lines are parsed only when used, unless {@link #check} is called. */
  static ModelFile parse(String name, List<String> lines) {
    return new ModelFileReader(name, lines).read();
  }

  /** Parses the method lines too, to find mistakes at once. */
  ModelFile check() {
    types.forEach(TypeParagraph::methods);
    return this;
  }
}
