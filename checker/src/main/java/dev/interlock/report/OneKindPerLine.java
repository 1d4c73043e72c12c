package dev.interlock.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.tree.JCTree;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
import dev.interlock.util.Lines;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;

/**
 * Chooses what to tell where findings of several kinds coincide on one line: those of the kind that
 * says most, for most often they have one cause and one cure.
 */
public final class OneKindPerLine {

  /** What says most comes first. */
  private static final Comparator<FindingKind> PRECEDENCE =
      Comparator.comparing(
          kind ->
              switch (kind) {
                case SPLIT_CRITICAL_SECTION -> 0;
                case INCONSISTENT_LOCKING -> 1;
                case ATOMIC_GET_THEN_SET -> 2;
                case NON_ATOMIC_CHECK_THEN_ACT -> 3;
                case UNSAFE_READ_MODIFY_WRITE -> 4;
                case UNGUARDED_COLLECTION_MUTATION -> 5;
              });

  private OneKindPerLine() {}

  /** Returns the findings of one file that are to be told, by the trees to tell them at. */
  public static ImmutableListMultimap<Tree, Finding> choose(
      Collection<Finding> ofFile, Set<FindingKind> enabled) {
    ImmutableListMultimap<Long, Finding> byLine =
        Multimaps.index(
            ofFile.stream().filter(finding -> enabled.contains(finding.kind())).toList(),
            OneKindPerLine::line);
    ImmutableListMultimap.Builder<Tree, Finding> chosen = ImmutableListMultimap.builder();
    for (Long line : byLine.keySet()) {
      ImmutableList<Finding> coinciding = byLine.get(line);
      FindingKind kind = coinciding.stream().map(Finding::kind).min(PRECEDENCE).orElseThrow();
      coinciding.stream()
          .filter(finding -> finding.kind() == kind)
          .forEach(finding -> chosen.put(finding.tree(), finding));
    }
    return chosen.build();
  }

  /** Returns the line that javac tells a finding at. */
  private static long line(Finding finding) {
    return Lines.of(finding.body().unit())
        .getLineNumber(((JCTree) finding.tree()).getPreferredPosition());
  }
}
