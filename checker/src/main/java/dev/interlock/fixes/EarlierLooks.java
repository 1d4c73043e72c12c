package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.interlock.analysis.verdict.Finding;
import java.util.Set;

/**
 * Looks further up that an update depends on: to make the update atomic in itself would leave the
 * gap between them and it, such as that between the check of a limit and the counting.
 */
final class EarlierLooks {
  private EarlierLooks() {}

  /**
   * Refuses updates that a look decides about which is not part of them.
   *
   * @param edits the patch
   * @param settled the looks and changes that one operation makes now
   */
  static void refuse(SourceFile file, Subject subject, Edits edits, Set<Tree> settled) {
    LocalFlow flow = new LocalFlow(file);
    for (Finding finding : subject.findings()) {
      TreePath change = file.path(finding.tree());
      Tree code = SourceFile.containerOf(change).getLeaf();
      for (TreePath use : file.usesOf(subject.variable())) {
        boolean isEarlier =
            SourceFile.containerOf(use).getLeaf() == code
                && file.end(use.getLeaf()) < file.start(finding.tree())
                && Escapes.isLook(use)
                && !isLength(use)
                && !edits.rewrites(use.getLeaf())
                && !isPartOf(use, settled);
        Refusal.unless(
            !isEarlier || flow.dependents(use, ImmutableList.of(change)).isEmpty(),
            "a look decides about a later change");
      }
    }
  }

  /** The length of an array stays. */
  private static boolean isLength(TreePath use) {
    return use.getParentPath().getLeaf() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("length");
  }

  private static boolean isPartOf(TreePath use, Set<Tree> settled) {
    for (TreePath at = use; !SourceFile.isContainer(at.getLeaf()); at = at.getParentPath()) {
      if (settled.contains(at.getLeaf())) {
        return true;
      }
    }
    return false;
  }
}
