package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import java.util.List;
import java.util.Set;

/** What of some variables must not part: found once, for all methods and lambdas of a file. */
final class BoundParts {
  private final List<Set<VarSymbol>> kin;
  private final ImmutableListMultimap<Tree, ImmutableList<TreePath>> updates;

  BoundParts(SourceFile file, ImmutableList<Subject> subjects) {
    this.kin = Kinship.groups(file, subjects);
    ImmutableListMultimap.Builder<Tree, ImmutableList<TreePath>> found =
        ImmutableListMultimap.builder();
    for (Subject subject : subjects) {
      for (Finding finding : subject.findings()) {
        ImmutableList<TreePath> update = update(file, finding);
        Tree container = SourceFile.containerOf(update.get(0)).getLeaf();
        if (update.stream().allMatch(at -> SourceFile.containerOf(at).getLeaf() == container)) {
          found.put(container, update);
        }
      }
    }
    this.updates = found.build();
  }

  /** Returns the variables that belong together. */
  List<Set<VarSymbol>> kin() {
    return kin;
  }

  /** Returns the updates that a method, lambda or initialiser makes all of. */
  ImmutableList<ImmutableList<TreePath>> updatesIn(Tree container) {
    return updates.get(container);
  }

  /** Returns where an update reads, and where it writes. */
  private static ImmutableList<TreePath> update(SourceFile file, Finding finding) {
    ImmutableList.Builder<TreePath> both = ImmutableList.builder();
    finding.read().map(Effect::at).map(at -> file.path(at.tree())).ifPresent(both::add);
    return both.add(file.path(finding.tree())).build();
  }
}
