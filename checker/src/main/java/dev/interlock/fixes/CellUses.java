package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.fixes.CellAccess.Kind;
import java.util.List;
import java.util.Optional;

/** The uses of a variable in one method, lambda or initialiser, and the local copies of it. */
final class CellUses {
  private final SourceFile file;
  private final AtomicRewrite rewrite;
  private final ImmutableList<CellAccess> all;

  CellUses(SourceFile file, AtomicRewrite rewrite, List<CellAccess> all) {
    this.file = file;
    this.rewrite = rewrite;
    this.all = ImmutableList.copyOf(all);
  }

  ImmutableList<CellAccess> all() {
    return all;
  }

  boolean isRead(Tree tree) {
    return all.stream().anyMatch(a -> a.tree() == tree && a.kind() == Kind.READ);
  }

  /** Returns whether the length of the array stands in an index, to be rewritten with that. */
  boolean isInIndex(CellAccess length) {
    return all.stream()
        .anyMatch(
            a -> a.index() != null && Expressions.contains(a.index(), t -> t == length.tree()));
  }

  /** Returns the uses of the same element, or of the same variable. */
  ImmutableList<CellAccess> sameAs(CellAccess one) {
    return all.stream()
        .filter(other -> isSame(one, other))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean isSame(CellAccess a, CellAccess b) {
    return plain(a.place()).equals(plain(b.place()))
        && rewrite.index(a, "").equals(rewrite.index(b, ""));
  }

  private String plain(ExpressionTree place) {
    String text = file.text(place);
    return text.startsWith("this.") ? text.substring("this.".length()) : text;
  }

  /** Returns whether {@code tree} uses what is written, its length aside. */
  boolean isUseOf(Tree tree, CellAccess write) {
    return all.stream()
        .anyMatch(a -> a.tree() == tree && a.kind() != Kind.LENGTH && isSame(a, write));
  }

  /** Returns the reads of the written variable inside of what is assigned. */
  ImmutableList<Tree> readsIn(CellAccess write) {
    ImmutableList.Builder<Tree> reads = ImmutableList.builder();
    for (CellAccess access : sameAs(write)) {
      if (access.kind() == Kind.READ
          && Expressions.contains(write.operandOrFail(), t -> t == access.tree())) {
        reads.add(access.tree());
      }
    }
    return reads.build();
  }

  /** Returns what in {@code root} stands for the value: reads, and names of local copies. */
  ImmutableList<Tree> looksAt(CellAccess write, Tree root) {
    ImmutableList.Builder<Tree> looks = ImmutableList.builder();
    for (CellAccess access : sameAs(write)) {
      if (access.kind() == Kind.READ && file.start(access.tree()) < file.start(write.tree())) {
        if (Expressions.contains(root, t -> t == access.tree())) {
          looks.add(access.tree());
        }
        copyOf(access)
            .ifPresent(copy -> looks.addAll(Expressions.find(root, t -> isNameOf(t, copy))));
      }
    }
    return looks.build();
  }

  /** Returns the names in {@code root} of local copies of the variable. */
  ImmutableList<Tree> copiesIn(CellAccess write, Tree root) {
    ImmutableList.Builder<Tree> copies = ImmutableList.builder();
    for (CellAccess access : sameAs(write)) {
      if (access.kind() == Kind.READ) {
        copyOf(access)
            .ifPresent(copy -> copies.addAll(Expressions.find(root, t -> isNameOf(t, copy))));
      }
    }
    return copies.build();
  }

  /** Returns the read whose local copy the tree looks at. */
  Optional<CellAccess> copiedRead(CellAccess write, Tree root) {
    return sameAs(write).stream()
        .filter(a -> a.kind() == Kind.READ)
        .filter(
            a ->
                copyOf(a)
                    .filter(copy -> Expressions.contains(root, t -> isNameOf(t, copy)))
                    .isPresent())
        .findFirst();
  }

  /** Returns the local variable that the read is copied into and that never changes. */
  Optional<VariableTree> copyOf(CellAccess read) {
    return Expressions.parentOf(read.path()).getLeaf() instanceof VariableTree variable
            && variable.getInitializer() != null
            && Expressions.strip(variable.getInitializer()) == read.tree()
            && isUnchanged(variable)
        ? Optional.of(variable)
        : Optional.empty();
  }

  private static boolean isUnchanged(VariableTree variable) {
    VarSymbol symbol = ASTHelpers.getSymbol(variable);
    return !symbol.getKind().isField()
        && (symbol.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0;
  }

  /** Returns the declaration of the local copy. */
  static TreePath declarationOf(CellAccess read) {
    return Expressions.parentOf(read.path());
  }

  private static boolean isNameOf(Tree tree, VariableTree variable) {
    return tree instanceof IdentifierTree
        && ASTHelpers.getSymbol(tree) == ASTHelpers.getSymbol(variable);
  }

  /**
   * Returns whether a read left alone matters to a write after it: decides about it, or is computed
   * with, itself or by local variables.
   */
  boolean leadsToWrite(CellAccess read) {
    List<CellAccess> later =
        sameAs(read).stream()
            .filter(a -> a.kind() != Kind.READ && a.kind() != Kind.LENGTH)
            .filter(a -> file.start(a.tree()) > file.start(read.tree()))
            .toList();
    if (later.isEmpty()) {
      return false;
    }
    LocalFlow flow = new LocalFlow(file);
    return later.stream()
        .map(CellAccess::tree)
        .anyMatch(write -> flow.decides(read.path(), write) || flow.reaches(read.path(), write));
  }
}
