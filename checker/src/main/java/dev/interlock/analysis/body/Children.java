package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** The direct children of a tree of any kind, also of kinds newer than this code. */
final class Children {
  private Children() {}

  static ImmutableList<Tree> of(Tree parent) {
    ImmutableList.Builder<Tree> children = ImmutableList.builder();
    parent.accept(
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void scan(@Nullable Tree child, @Nullable Void unused) {
            if (child != null) {
              children.add(child);
            }
            return null;
          }
        },
        null);
    return children.build();
  }
}
