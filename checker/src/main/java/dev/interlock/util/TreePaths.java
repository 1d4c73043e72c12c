package dev.interlock.util;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The paths of all trees of a file: to search for one is as dear as to find them all. */
public final class TreePaths {
  private final Map<Tree, TreePath> paths = new IdentityHashMap<>();

  public TreePaths(CompilationUnitTree file) {
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree != null) {
          paths.put(tree, new TreePath(getCurrentPath(), tree));
        }
        return super.scan(tree, null);
      }
    }.scan(new TreePath(file), null);
  }

  /** Returns the path of a tree; empty if it is no tree of the file. */
  public Optional<TreePath> of(Tree tree) {
    return Optional.ofNullable(paths.get(tree));
  }
}
