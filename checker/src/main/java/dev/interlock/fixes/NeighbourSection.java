package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.interlock.fixes.Guard.How;
import java.util.Optional;

/**
 * A critical section of the right lock just before or after statements that need the lock. They
 * move in, rather than that the lock is given up and taken again.
 *
 * @param comesFirst whether it is before the statements
 */
record NeighbourSection(WrittenSection written, boolean comesFirst) {

  /** Returns the neighbour that can take all of {@code section}, if there is one. */
  static Optional<NeighbourSection> of(
      SourceFile file, CriticalSection section, String lock, How how) {
    if (section.statements().stream().anyMatch(NeighbourSection::declares)) {
      return Optional.empty();
    }
    return after(file, section)
        .or(() -> before(file, section))
        .filter(neighbour -> neighbour.written.how() == how)
        .filter(neighbour -> file.text(neighbour.written.lock()).equals(lock))
        .filter(neighbour -> neighbour.hasPlaceFor(file, section));
  }

  private static Optional<NeighbourSection> after(SourceFile file, CriticalSection section) {
    ImmutableList<StatementTree> list = section.list();
    int next = section.last() + 1;
    while (next < list.size() && isBareDeclaration(list.get(next))) {
      next++;
    }
    int place = next;
    return list.stream()
        .skip(place)
        .limit(2)
        .flatMap(statement -> WrittenSection.of(file, statement).stream())
        .filter(written -> list.indexOf(written.first()) == place)
        .map(written -> new NeighbourSection(written, /* comesFirst= */ false))
        .findFirst();
  }

  /** Returns whether nothing is done but to name a variable that the section will set. */
  private static boolean isBareDeclaration(StatementTree statement) {
    return statement instanceof VariableTree variable && variable.getInitializer() == null;
  }

  /** What a section declares could be taken for what the statements mean. */
  private static Optional<NeighbourSection> before(SourceFile file, CriticalSection section) {
    return section.first() == 0
        ? Optional.empty()
        : WrittenSection.of(file, section.list().get(section.first() - 1))
            .filter(written -> written.statements().stream().noneMatch(NeighbourSection::declares))
            .map(written -> new NeighbourSection(written, /* comesFirst= */ true));
  }

  static boolean declares(StatementTree statement) {
    return statement instanceof VariableTree || statement instanceof ClassTree;
  }

  /** Returns whether statements that have their lines for themselves can be put into this one. */
  boolean hasPlaceFor(SourceFile file, CriticalSection section) {
    return hasRoom(file) && Lines.of(file, section).isPresent();
  }

  /** Returns whether the braces of the section stand where statements can be put beside them. */
  private boolean hasRoom(SourceFile file) {
    int open = file.start(written.block());
    int close = file.end(written.block()) - 1;
    return !written.statements().isEmpty()
        && file.text().substring(open + 1, file.lineEnd(open)).isBlank()
        && file.beginsLine(close);
  }

  /** Moves the statements of {@code section} in. */
  void take(SourceFile file, Edits edits, CriticalSection section) {
    Lines lines = Lines.of(file, section).orElseThrow();
    String inside = file.indented(edits.cutLines(lines.start(), lines.end()));
    int brace = file.end(written.block()) - 1;
    edits.insert(
        comesFirst ? file.lineStart(brace) : file.lineEnd(file.start(written.block())) + 1, inside);
  }

  /** The lines that statements have for themselves, the comments above them included. */
  private record Lines(int start, int end) {
    static Optional<Lines> of(SourceFile file, CriticalSection section) {
      StatementTree first = section.list().get(section.first());
      int end = file.end(section.list().get(section.last()));
      String rest = file.text().substring(end, file.lineEnd(end)).strip();
      return file.isFirstOnLine(first) && (rest.isEmpty() || rest.startsWith("//"))
          ? Optional.of(new Lines(file.startWithComments(first), file.lineEnd(end) + 1))
          : Optional.empty();
    }
  }
}
