package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring statements that are to run under a lock.
 *
 * @param list all statements of the block
 * @param first the index of the first that needs the lock
 * @param last the index of the last
 */
record CriticalSection(Tree block, ImmutableList<StatementTree> list, int first, int last) {

  /** Returns the smallest section around all of {@code paths}, inside of {@code container}. */
  static CriticalSection around(List<TreePath> paths, Tree container) {
    TreePath start = paths.get(0);
    for (TreePath at = start;
        at.getParentPath() != null && at.getLeaf() != container;
        at = at.getParentPath()) {
      ImmutableList<StatementTree> list =
          at.getLeaf() instanceof StatementTree ? Statements.listAround(at) : ImmutableList.of();
      if (list.isEmpty()) {
        continue;
      }
      List<Integer> indices = new ArrayList<>();
      for (TreePath path : paths) {
        indices.add(indexOf(list, path));
      }
      if (!indices.contains(-1)) {
        CriticalSection section =
            new CriticalSection(
                at.getParentPath().getLeaf(),
                list,
                indices.stream().mapToInt(i -> i).min().orElseThrow(),
                indices.stream().mapToInt(i -> i).max().orElseThrow());
        section.checkDeclaresNothingForOtherCases();
        return section;
      }
    }
    throw new Refusal("not in a block");
  }

  /** What a case of a switch declares is in scope in the cases after it, too. */
  private void checkDeclaresNothingForOtherCases() {
    Refusal.unless(
        !(block instanceof CaseTree)
            || statements().stream().noneMatch(s -> s instanceof VariableTree),
        "a case declares a variable");
  }

  private static int indexOf(ImmutableList<StatementTree> list, TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      int index = at.getLeaf() instanceof StatementTree ? list.indexOf(at.getLeaf()) : -1;
      if (index >= 0) {
        return index;
      }
    }
    return -1;
  }

  ImmutableList<StatementTree> statements() {
    return list.subList(first, last + 1);
  }

  boolean contains(SourceFile file, Tree tree) {
    return file.start(list.get(first)) <= file.start(tree)
        && file.end(tree) <= file.end(list.get(last));
  }

  /** Returns whether some statement is in both. */
  boolean overlaps(SourceFile file, CriticalSection other) {
    return block == other.block
        ? first <= other.last && other.first <= last
        : contains(file, other.block) || other.contains(file, block);
  }

  /** Returns whether nothing is between the sections. */
  boolean touches(CriticalSection other) {
    return block == other.block && first <= other.last + 1 && other.first <= last + 1;
  }

  CriticalSection and(SourceFile file, CriticalSection other) {
    if (block != other.block) {
      return contains(file, other.block) ? this : other;
    }
    return new CriticalSection(
        block, list, Math.min(first, other.first), Math.max(last, other.last));
  }
}
