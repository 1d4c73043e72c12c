package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.interlock.fixes.Guard.How;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A critical section of the right lock that holds a part of an update only: the read comes before
 * it, or the write after it. What stands outside moves in.
 */
record StretchedSection(
    WrittenSection written, Optional<CriticalSection> before, Optional<CriticalSection> after) {

  /** Returns the section that can take the rest of {@code whole}, if there is one. */
  static Optional<StretchedSection> of(
      SourceFile file, CriticalSection whole, String lock, How how) {
    List<WrittenSection> inside =
        whole.statements().stream()
            .flatMap(statement -> WrittenSection.of(file, statement).stream())
            .toList();
    return inside.size() == 1
        ? Optional.of(of(whole, inside.get(0)))
            .filter(stretched -> stretched.written.how() == how)
            .filter(stretched -> file.text(stretched.written.lock()).equals(lock))
            .filter(stretched -> stretched.isPossible(file, whole))
        : Optional.empty();
  }

  private static StretchedSection of(CriticalSection whole, WrittenSection written) {
    int open = whole.list().indexOf(written.first());
    int close = whole.list().indexOf(written.tree());
    return new StretchedSection(
        written, part(whole, whole.first(), open - 1), part(whole, close + 1, whole.last()));
  }

  private static Optional<CriticalSection> part(CriticalSection whole, int first, int last) {
    return first > last
        ? Optional.empty()
        : Optional.of(new CriticalSection(whole.block(), whole.list(), first, last));
  }

  private boolean isPossible(SourceFile file, CriticalSection whole) {
    boolean hidesNames =
        after.isPresent() && written.statements().stream().anyMatch(NeighbourSection::declares);
    return !statements().isEmpty()
        && !hidesNames
        && statements().stream().allMatch(statement -> isLocalTo(file, whole, statement))
        && before.stream().allMatch(part -> last().hasPlaceFor(file, part))
        && after.stream().allMatch(part -> first().hasPlaceFor(file, part));
  }

  /** Returns whether nothing that a statement declares is used outside of the whole. */
  private static boolean isLocalTo(
      SourceFile file, CriticalSection whole, StatementTree statement) {
    return !(statement instanceof ClassTree)
        && (!(statement instanceof VariableTree variable)
            || file.usesOf(ASTHelpers.getSymbol(variable)).stream()
                .allMatch(use -> whole.contains(file, use.getLeaf())));
  }

  /** Returns the statements that move in. */
  List<StatementTree> statements() {
    return Stream.concat(before.stream(), after.stream())
        .flatMap(part -> part.statements().stream())
        .toList();
  }

  /** Moves the statements in. */
  void take(SourceFile file, Edits edits) {
    before.ifPresent(part -> last().take(file, edits, part));
    after.ifPresent(part -> first().take(file, edits, part));
  }

  private NeighbourSection first() {
    return new NeighbourSection(written, /* comesFirst= */ true);
  }

  private NeighbourSection last() {
    return new NeighbourSection(written, /* comesFirst= */ false);
  }
}
