package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.Multimaps;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.fixes.CellAccess.Kind;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The uses of a variable in one method, lambda or initialiser, and the local copies of it. */
final class CellUses {
  private final SourceFile file;
  private final ImmutableList<CellAccess> all;
  private final Map<Tree, CellAccess> byTree = new IdentityHashMap<>();
  private final Map<CellAccess, Cell> cells = new IdentityHashMap<>();
  private final Map<Symbol, CellAccess> copies = new HashMap<>();
  private final ImmutableListMultimap<Cell, CellAccess> reads;
  private final ImmutableListMultimap<Cell, CellAccess> writes;

  /**
   * What is read and written: accesses of the same cell are of the same variable or element.
   *
   * @param place the variable as written
   * @param index the index as written, empty if there is none
   */
  private record Cell(String place, String index) {}

  /** Takes accesses in the order of the text. */
  CellUses(SourceFile file, AtomicRewrite rewrite, List<CellAccess> all) {
    this.file = file;
    this.all = ImmutableList.copyOf(all);
    for (CellAccess access : all) {
      byTree.put(access.tree(), access);
      cells.put(access, new Cell(plain(access.place()), rewrite.index(access, "")));
      if (access.kind() == Kind.READ) {
        copyOf(access).ifPresent(copy -> copies.put(ASTHelpers.getSymbol(copy), access));
      }
    }
    this.reads = byCell(all.stream().filter(a -> a.kind() == Kind.READ).toList());
    this.writes = byCell(all.stream().filter(CellUses::isWrite).toList());
  }

  private ImmutableListMultimap<Cell, CellAccess> byCell(List<CellAccess> accesses) {
    return Multimaps.index(accesses, this::cellOf);
  }

  private Cell cellOf(CellAccess access) {
    return cells.getOrDefault(access, new Cell("", ""));
  }

  private static boolean isWrite(CellAccess access) {
    return access.kind() != Kind.READ && access.kind() != Kind.LENGTH;
  }

  private String plain(ExpressionTree place) {
    String text = file.text(place);
    return text.startsWith("this.") ? text.substring("this.".length()) : text;
  }

  ImmutableList<CellAccess> all() {
    return all;
  }

  boolean isRead(Tree tree) {
    CellAccess access = byTree.get(tree);
    return access != null && access.kind() == Kind.READ;
  }

  /** Returns the lengths of the array that stand in an index, to be rewritten with that. */
  List<Tree> lengthsInIndices() {
    return all.stream()
        .flatMap(
            access ->
                access.index() == null
                    ? List.<Tree>of().stream()
                    : Expressions.findAll(access.index(), this::isLength).stream())
        .toList();
  }

  private boolean isLength(Tree tree) {
    CellAccess access = byTree.get(tree);
    return access != null && access.kind() == Kind.LENGTH;
  }

  /** Returns whether {@code tree} uses what is written, its length aside. */
  boolean isUseOf(Tree tree, CellAccess write) {
    CellAccess access = byTree.get(tree);
    return access != null && access.kind() != Kind.LENGTH && isSame(access, write);
  }

  /** Returns whether the tree is a write for its own sake, such as a step back in the end. */
  boolean isPlainWrite(Tree tree) {
    CellAccess access = byTree.get(tree);
    return access != null
        && switch (access.kind()) {
          case STEP -> access.isStatement(file.types());
          case COMPOUND, ASSIGN ->
              access.isStatement(file.types())
                  && Expressions.isPure(access.operandOrFail(), t -> false);
          default -> false;
        };
  }

  private boolean isSame(CellAccess a, CellAccess b) {
    return cellOf(a).equals(cellOf(b));
  }

  /** Returns the reads of the written variable inside of what is assigned. */
  ImmutableList<Tree> readsIn(CellAccess write) {
    return ImmutableList.copyOf(
        Expressions.findAll(write.operandOrFail(), t -> isRead(t) && isUseOf(t, write)));
  }

  /** Returns what in {@code root} stands for the value: reads, and names of local copies. */
  ImmutableList<Tree> looksAt(CellAccess write, Tree root) {
    int end = file.start(write.tree());
    return ImmutableList.copyOf(
        Expressions.findAll(
            root,
            t ->
                (isRead(t) && isUseOf(t, write) && file.start(t) < end)
                    || copied(t, write).filter(r -> file.start(r.tree()) < end).isPresent()));
  }

  /** Returns the names in {@code root} of local copies of the variable. */
  ImmutableList<Tree> copiesIn(CellAccess write, Tree root) {
    return ImmutableList.copyOf(Expressions.findAll(root, t -> copied(t, write).isPresent()));
  }

  /** Returns the first read whose local copy the tree looks at. */
  Optional<CellAccess> copiedRead(CellAccess write, Tree root) {
    return Expressions.findAll(root, t -> copied(t, write).isPresent()).stream()
        .flatMap(t -> copied(t, write).stream())
        .min(Comparator.comparingInt(read -> file.start(read.tree())));
  }

  /** Returns the read whose local copy is named by the tree. */
  private Optional<CellAccess> copied(Tree tree, CellAccess write) {
    return tree instanceof IdentifierTree
        ? Optional.ofNullable(copies.get(ASTHelpers.getSymbol(tree)))
            .filter(read -> isSame(read, write))
        : Optional.empty();
  }

  /** Returns the read that a statement copies into a local variable. */
  Optional<CellAccess> copiedBy(StatementTree statement, CellAccess write) {
    return statement instanceof VariableTree copy
        ? Optional.ofNullable(copies.get(ASTHelpers.getSymbol(copy)))
            .filter(read -> isSame(read, write))
        : Optional.empty();
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

  /** Returns the reads of what {@code write} writes between two positions of the text. */
  List<CellAccess> readsBetween(CellAccess write, int from, int to) {
    return between(reads.get(cellOf(write)), from, to);
  }

  /** Returns the writes of what {@code write} writes between two positions of the text. */
  List<CellAccess> writesBetween(CellAccess write, int from, int to) {
    return between(writes.get(cellOf(write)), from, to);
  }

  private List<CellAccess> between(ImmutableList<CellAccess> sorted, int from, int to) {
    return sorted.subList(lowerBound(sorted, from), lowerBound(sorted, to));
  }

  /** Returns the index of the first access that does not begin before {@code position}. */
  private int lowerBound(ImmutableList<CellAccess> sorted, int position) {
    int found =
        Collections.binarySearch(
            Lists.transform(sorted, access -> file.start(access.tree())), position);
    return found < 0 ? -found - 1 : found;
  }

  /**
   * Returns whether a read left alone matters to a write after it: decides about it, or is computed
   * with, itself or by local variables.
   */
  boolean leadsToWrite(CellAccess read) {
    ImmutableList<CellAccess> candidates = writes.get(cellOf(read));
    int start = file.start(read.tree());
    return !candidates.isEmpty()
        && file.start(candidates.get(candidates.size() - 1).tree()) > start
        && new LocalFlow(file).leadsTo(read.path(), t -> isLaterWrite(t, read, start));
  }

  private boolean isLaterWrite(Tree tree, CellAccess read, int start) {
    CellAccess access = byTree.get(tree);
    return access != null && isWrite(access) && isSame(access, read) && file.start(tree) > start;
  }
}
