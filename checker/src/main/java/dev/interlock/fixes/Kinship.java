package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.Tree;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** Which variables of a class one lock should guard. */
final class Kinship {
  private Kinship() {}

  /** Returns whether both groups are of the same objects. */
  static boolean areOfOneClass(ImmutableList<Subject> group, ImmutableList<Subject> other) {
    return !group.equals(other)
        && group.get(0).variable().owner == other.get(0).variable().owner
        && group.get(0).variable().isStatic() == other.get(0).variable().isStatic();
  }

  /** Returns whether both groups are of the same objects, and one method updates some of both. */
  static boolean areTogether(ImmutableList<Subject> group, ImmutableList<Subject> other) {
    if (!areOfOneClass(group, other)) {
      return false;
    }
    Set<Tree> shared = bodies(group);
    shared.retainAll(bodies(other));
    return !shared.isEmpty();
  }

  private static Set<Tree> bodies(ImmutableList<Subject> group) {
    Set<Tree> bodies = new HashSet<>();
    for (Subject subject : group) {
      subject.findings().forEach(finding -> bodies.add(finding.body().tree()));
    }
    return bodies;
  }

  /** Returns the subjects in the order of their declarations. */
  static ImmutableList<Subject> ordered(SourceFile file, ImmutableList<Subject> subjects) {
    return subjects.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(
                s ->
                    file.declarationOf(s.variable())
                        .map(path -> file.start(path.getLeaf()))
                        .orElse(0)))
        .collect(ImmutableList.toImmutableList());
  }
}
