package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.fixes.CellAccess.Shape;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two calls on an atomic variable become the one call that does both. */
record AtomicOperation() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    CellType type =
        CellType.ofAtomic(subject.variable().type)
            .orElseThrow(() -> new Refusal("not an atomic variable"));
    Edits edits = new Edits(file);
    Set<Tree> settled = new HashSet<>();
    for (Collection<TreePath> uses :
        byContainer(file.usesOf(subject.variable())).asMap().values()) {
      settled.addAll(update(file, edits, subject, type, uses));
    }
    subject.checkSettled(settled);
    EarlierLooks.refuse(file, subject, edits, settled);
    return Patch.lockFree(
        "Make the update of '" + subject.variable().name + "' one atomic operation",
        subjects,
        edits);
  }

  /** Makes one call of each update in some code, or attempts where no call does what it does. */
  private static Set<Tree> update(
      SourceFile file, Edits edits, Subject subject, CellType type, Collection<TreePath> uses) {
    List<CellAccess> accesses =
        uses.stream()
            .filter(AtomicOperation::isCalled)
            .map(use -> CellAccess.of(use, Shape.ATOMIC))
            .toList();
    ImmutableList<Finding> findings = findingsAt(file, subject, uses.iterator().next());
    Edits calls = new Edits(file);
    try {
      Tree code = SourceFile.containerOf(uses.iterator().next()).getLeaf();
      AtomicRewrite rewrite = AtomicRewrite.in(file, calls, type, code);
      Set<Tree> settled =
          new AtomicUpdates(file, calls, rewrite, Shape.ATOMIC, accesses).apply(subject.wanted());
      edits.addAll(calls);
      return settled;
    } catch (Refusal refusal) {
      if (findings.isEmpty()) {
        throw refusal;
      }
      // There may still be a loop for it, which refuses for itself.
      return AttemptLoop.repeatAll(file, edits, findings);
    }
  }

  private static ImmutableList<Finding> findingsAt(SourceFile file, Subject subject, TreePath use) {
    Tree code = SourceFile.containerOf(use).getLeaf();
    return subject.findings().stream()
        .filter(f -> SourceFile.containerOf(file.path(f.tree())).getLeaf() == code)
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isCalled(TreePath use) {
    return use.getParentPath().getLeaf() instanceof com.sun.source.tree.MemberSelectTree
        && use.getParentPath().getParentPath().getLeaf()
            instanceof com.sun.source.tree.MethodInvocationTree;
  }

  static ImmutableListMultimap<Tree, TreePath> byContainer(List<TreePath> uses) {
    return Multimaps.index(uses, use -> SourceFile.containerOf(use).getLeaf());
  }
}
