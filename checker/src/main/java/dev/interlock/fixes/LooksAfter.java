package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.fixes.Guard.How;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Statements that only look, right after a section that has changed what they look at: they are to
 * have what that section has left, as in {@code done++; if (done == all) ...}.
 */
final class LooksAfter {
  private final SourceFile file;
  private final Edits edits;
  private final Narrowing narrowing;
  private final List<CriticalSection> sections;
  private final Set<Tree> joined = new HashSet<>();

  LooksAfter(SourceFile file, Edits edits, List<CriticalSection> sections, Narrowing narrowing) {
    this.file = file;
    this.edits = edits;
    this.narrowing = narrowing;
    this.sections = new ArrayList<>(sections);
    // What is appended to a section is written before what closes it.
    this.sections.sort((a, b) -> Boolean.compare(isUnwelcome(b), isUnwelcome(a)));
  }

  /** Returns the sections, those first that may be joined with others. */
  ImmutableList<CriticalSection> sections() {
    return ImmutableList.copyOf(sections);
  }

  /** Returns whether a look is made at the end of the section before. */
  boolean isJoined(Tree look) {
    return joined.contains(look);
  }

  private boolean isUnwelcome(CriticalSection section) {
    return section.statements().stream().anyMatch(narrowing::isUnwelcome);
  }

  /**
   * Looks at the end of the section before, if there is one that has changed all that is looked at;
   * returns whether there is.
   *
   * @param all the uses of the variables
   * @param lockName how the lock is named in a section with some of them
   */
  boolean join(
      CriticalSection section,
      List<TreePath> all,
      Function<List<TreePath>, String> lockName,
      How how) {
    var looks =
        isUnwelcome(section)
            ? narrowing.looks(section, usesIn(section, all)).filter(l -> !l.isEmpty())
            : Optional.<ImmutableMap<VarSymbol, ImmutableList<Tree>>>empty();
    if (looks.isEmpty()) {
      return false;
    }
    Optional<CriticalSection> before =
        sections.stream()
            .filter(s -> s.block() == section.block() && s.last() + 1 == section.first())
            .filter(s -> looks.get().keySet().stream().allMatch(v -> changes(s, all, v)))
            .findFirst();
    if (before.isEmpty()) {
      return false;
    }
    SectionText text =
        new SectionText(file, edits, before.get(), lockName.apply(usesIn(before.get(), all)), how);
    if (!text.isPlain()) {
      return false;
    }
    text.append(looks.get());
    looks.get().values().forEach(joined::addAll);
    return true;
  }

  private List<TreePath> usesIn(CriticalSection section, List<TreePath> all) {
    return all.stream().filter(use -> section.contains(file, use.getLeaf())).toList();
  }

  private boolean changes(CriticalSection section, List<TreePath> all, VarSymbol variable) {
    return usesIn(section, all).stream()
        .anyMatch(use -> ASTHelpers.getSymbol(use.getLeaf()) == variable && !Escapes.isLook(use));
  }
}
