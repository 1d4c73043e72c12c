package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
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
    AtomicRewrite rewrite = new AtomicRewrite(file, edits, type);
    Set<Tree> settled = new HashSet<>();
    ImmutableSet<Tree> wanted = subject.wanted();
    for (Collection<TreePath> uses :
        byContainer(file.usesOf(subject.variable())).asMap().values()) {
      List<CellAccess> accesses =
          uses.stream()
              .filter(AtomicOperation::isCalled)
              .map(use -> CellAccess.of(use, Shape.ATOMIC))
              .toList();
      settled.addAll(new AtomicUpdates(file, edits, rewrite, Shape.ATOMIC, accesses).apply(wanted));
    }
    subject.checkSettled(settled);
    EarlierLooks.refuse(file, subject, edits, settled);
    return Patch.lockFree(
        "Make the update of '" + subject.variable().name + "' one atomic operation",
        subjects,
        edits);
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
