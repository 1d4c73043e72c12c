package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.ArrayList;
import java.util.List;

/** The uses of a variable whose collection is to become one that threads may share. */
final class CollectionUses {
  private static final ImmutableSet<String> ITERATIONS =
      ImmutableSet.of(
          "entrySet",
          "iterator",
          "keySet",
          "listIterator",
          "parallelStream",
          "spliterator",
          "stream",
          "subList",
          "values");

  /** Methods and classes that copy a synchronised collection under its own lock. */
  private static final ImmutableSet<String> LOCKING_COPIES =
      ImmutableSet.of(
          "ArrayDeque",
          "ArrayList",
          "LinkedList",
          "Vector",
          "append",
          "print",
          "println",
          "valueOf");

  private final SourceFile file;
  private final VarSymbol variable;
  private final ImmutableList<TreePath> uses;

  CollectionUses(SourceFile file, VarSymbol variable) {
    this.file = file;
    this.variable = variable;
    this.uses = file.usesOf(variable);
  }

  /**
   * Returns whether the collection has to take {@code null}: code of the file puts it in, or code
   * elsewhere may, since a method returns the collection itself or the field can be reached.
   */
  boolean mayHoldNull() {
    return new NullElements(file).mayBeIn(variable)
        || (variable.getKind().isField()
            && (Migration.isOpen(file, variable)
                || uses.stream().anyMatch(CollectionUses::isReturned)));
  }

  /** Returns whether the collection is the result, be it as a component of a record. */
  private static boolean isReturned(TreePath use) {
    Tree parent = Expressions.parentOf(use).getLeaf();
    return parent instanceof ReturnTree
        || (parent instanceof NewClassTree made && Expressions.isPlainRecord(made));
  }

  /** Refuses uses that would not work, or not be safe, with the counterpart. */
  void check(Counterpart counterpart) {
    Refusal.unless(
        !counterpart.mayIterate() || !new NullElements(file).mayBeIn(variable),
        "null in the collection");
    for (TreePath use : uses) {
      Tree parent = use.getParentPath().getLeaf();
      if (!isCall(use)) {
        boolean known =
            isAtHome(use)
                || isReturned(use)
                || parent instanceof MemberReferenceTree
                || parent.getKind() == Tree.Kind.PLUS
                || parent instanceof AssignmentTree
                || parent instanceof EnhancedForLoopTree
                || (parent instanceof NewClassTree made && isOwnOrCopy(made))
                || Escapes.isCopy(parent);
        Refusal.unless(known, "the collection is handed on");
      }
      Refusal.unless(
          counterpart.mayIterate() || mayHoldNull() || isAtHome(use) || !iterates(use),
          "iterated over without a lock");
    }
  }

  private static boolean isCall(TreePath use) {
    return use.getParentPath().getLeaf() instanceof MemberSelectTree
        && use.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree;
  }

  /** Returns whether a local variable is used where it is declared, outside of tasks. */
  private boolean isAtHome(TreePath use) {
    Tree home = file.declarationOf(variable).map(SourceFile::containerOf).orElseThrow().getLeaf();
    return !variable.getKind().isField() && SourceFile.containerOf(use).getLeaf() == home;
  }

  private boolean isOwnOrCopy(NewClassTree made) {
    return Escapes.isCopy(made) || file.declarationOf(ASTHelpers.getSymbol(made)).isPresent();
  }

  /** Returns whether the elements are visited one after the other, each look on its own. */
  private static boolean iterates(TreePath use) {
    TreePath parent = Expressions.parentOf(use);
    if (isCall(use)) {
      return ITERATIONS.contains(((MemberSelectTree) parent.getLeaf()).getIdentifier().toString());
    }
    return parent.getLeaf() instanceof EnhancedForLoopTree
        || (Escapes.isCopy(parent.getLeaf()) && !locks(parent.getLeaf()));
  }

  private static boolean locks(Tree copy) {
    return copy instanceof NewClassTree made
        ? LOCKING_COPIES.contains(ASTHelpers.getType(made).tsym.getSimpleName().toString())
        : LOCKING_COPIES.contains(ASTHelpers.getSymbol(copy).getSimpleName().toString());
  }

  /** Holds the lock of a synchronised collection, which is itself, while it is iterated over. */
  void lockIterations(Edits edits) {
    List<CriticalSection> sections = new ArrayList<>();
    for (TreePath use : uses) {
      if (iterates(use)) {
        Escapes.checkView(use);
        CriticalSection section =
            CriticalSection.around(ImmutableList.of(use), SourceFile.containerOf(use).getLeaf());
        Refusal.unless(
            sections.stream().noneMatch(other -> other.overlaps(file, section)),
            "iterated over twice");
        sections.add(section);
        section.statements().forEach(statement -> Waiting.refuse(file, statement));
        new SectionText(file, edits, section, file.text(use.getLeaf()), Guard.How.MONITOR)
            .wrap(ImmutableList.of(), ImmutableList.of());
      }
    }
  }
}
