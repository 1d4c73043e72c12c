package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.interlock.fixes.CellAccess.Kind;
import dev.interlock.fixes.CellAccess.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Turns what one method, lambda or initialiser does with a variable into atomic operations. A read
 * and the write that depends on it become one call; where they cannot, the whole patch is refused.
 */
final class AtomicUpdates {
  private final SourceFile file;
  private final Edits edits;
  private final AtomicRewrite rewrite;
  private final Shape shape;
  private final CellUses uses;

  /** Reads and writes that are part of one call now. */
  private final Set<Tree> settled = new HashSet<>();

  AtomicUpdates(
      SourceFile file, Edits edits, AtomicRewrite rewrite, Shape shape, List<CellAccess> accesses) {
    this.file = file;
    this.edits = edits;
    this.rewrite = rewrite;
    this.shape = shape;
    this.uses = new CellUses(file, rewrite, accesses);
  }

  /** Rewrites all accesses, or with an atomic variable those writes that {@code wanted} has. */
  Set<Tree> apply(Set<Tree> wanted) {
    for (CellAccess access : uses.all()) {
      boolean write =
          switch (access.kind()) {
            case ASSIGN, COMPOUND, STEP -> true;
            case ATOMIC -> shape == Shape.ATOMIC;
            default -> false;
          };
      if (write && (shape != Shape.ATOMIC || wanted.contains(access.tree()))) {
        write(access);
      } else if (access.kind() == Kind.ASSIGN) {
        swapAsWell(access);
      }
    }
    Set<Tree> lengths = new HashSet<>(uses.lengthsInIndices());
    for (CellAccess access : uses.all()) {
      boolean read =
          access.kind() == Kind.READ
              || (access.kind() == Kind.LENGTH && !lengths.contains(access.tree()));
      if (read && !settled.contains(access.tree()) && shape != Shape.ATOMIC) {
        Refusal.unless(!uses.leadsToWrite(access), "a look leads to a later write");
        rewrite.read(access, shape);
      }
    }
    return settled;
  }

  private void write(CellAccess write) {
    Optional<TreePath> statement = Statements.ofExpression(write.path());
    if (statement.isPresent() && guarded(write, statement.get())) {
      return;
    }
    Refusal.unless(write.kind() != Kind.ATOMIC, "no pattern");
    if (write.kind() == Kind.ASSIGN) {
      assignment(write, statement);
      return;
    }
    settled.add(write.tree());
    if (statement.isPresent()
        && (givesNewValue(write, statement.get(), ImmutableList.of())
            || keepsNewValue(write, statement.get())
            || takesOldValue(write, statement.get()))) {
      return;
    }
    if (write.kind() == Kind.STEP) {
      rewrite.step(write);
    } else {
      compound(write);
    }
  }

  /** {@code x += e}, where {@code e} may look at {@code x} again or at that of another object. */
  private void compound(CellAccess write) {
    ImmutableList<Tree> reads = uses.readsIn(write);
    if (!reads.isEmpty()) {
      settled.addAll(reads);
      replaceBy(write, rewrite.updateCall(write, false, reads));
      return;
    }
    Refusal.unless(
        rewrite.isAddition(write) || !Expressions.contains(write.operandOrFail(), uses::isRead),
        "the operand looks at another object");
    rewrite.compound(write);
  }

  // ---- if (check(x)) x = ...  ---------------------------------------------------------------

  private boolean guarded(CellAccess write, TreePath statement) {
    Optional<IfTree> around = GuardedUpdate.around(statement);
    Optional<IfTree> decision = around.or(() -> GuardedUpdate.before(statement));
    if (decision.isEmpty()) {
      return false;
    }
    ImmutableList<Tree> looks = uses.looksAt(write, decision.get().getCondition());
    if (looks.isEmpty()) {
      return false;
    }
    ImmutableList<Tree> reads = valuesIn(write, decision.get());
    GuardedUpdate update =
        new GuardedUpdate(decision.get(), around.isEmpty(), write, statement, reads);
    Optional<CellAccess> local = uses.copiedRead(write, decision.get().getCondition());
    if (local.isPresent()
        && isOld(local.get(), decision.get())
        && isUsedUpBy(local.get(), decision.get())
        && update.raises(file, edits, rewrite)) {
      edits.delete(CellUses.declarationOf(local.get()).getLeaf());
      settled.add(local.get().tree());
      settled.add(write.tree());
      return true;
    }
    Predicate<Tree> isHarmless = t -> local.isEmpty() && uses.isPlainWrite(t);
    Refusal.unless(
        update.rest().stream()
            .noneMatch(
                s -> Expressions.contains(s, t -> uses.isUseOf(t, write) && !isHarmless.test(t))),
        "the variable is looked at again");
    if (local.isEmpty()) {
      update.rewrite(file, edits, rewrite);
    } else {
      Refusal.unless(
          !isOld(local.get(), decision.get()),
          "something happens between the look and the decision");
      update.rewriteAt(file, edits, rewrite, local.get().tree());
      settled.add(local.get().tree());
    }
    settled.add(write.tree());
    settled.addAll(reads);
    return true;
  }

  /** Returns whether the copy of a look is not made right before the decision. */
  private static boolean isOld(CellAccess look, IfTree decision) {
    return Statements.following(CellUses.declarationOf(look)).indexOf(decision) != 0;
  }

  /** Returns whether the copy of a look is there for nothing but the decision. */
  private boolean isUsedUpBy(CellAccess look, IfTree decision) {
    VariableTree copy = (VariableTree) CellUses.declarationOf(look).getLeaf();
    return file.usesOf(ASTHelpers.getSymbol(copy)).stream()
        .allMatch(use -> Expressions.contains(decision, t -> t == use.getLeaf()));
  }

  /** What is taken out in two steps would lose updates that are made in one from now on. */
  private void swapAsWell(CellAccess write) {
    if (uses.readsIn(write).isEmpty() && uses.copiesIn(write, write.operandOrFail()).isEmpty()) {
      Statements.ofExpression(write.path()).ifPresent(statement -> swaps(write, statement));
    }
  }

  private ImmutableList<Tree> valuesIn(CellAccess write, IfTree decision) {
    ImmutableList.Builder<Tree> values = ImmutableList.builder();
    values.addAll(uses.looksAt(write, decision.getCondition()));
    if (write.kind() == Kind.ASSIGN) {
      values.addAll(uses.readsIn(write));
      values.addAll(uses.copiesIn(write, write.operandOrFail()));
    }
    return values.build();
  }

  // ---- x = f(x) ---------------------------------------------------------------------------------

  private void assignment(CellAccess write, Optional<TreePath> statement) {
    ImmutableList<Tree> direct = uses.readsIn(write);
    ImmutableList<Tree> copies = uses.copiesIn(write, write.operandOrFail());
    Refusal.unless(direct.isEmpty() || copies.isEmpty(), "the value is looked at twice");
    settled.add(write.tree());
    if (!direct.isEmpty()) {
      settled.addAll(direct);
      if (statement.isEmpty()
          || !(givesNewValue(write, statement.get(), direct)
              || keepsNewValue(write, statement.get(), direct))) {
        replaceBy(write, rewrite.updateCall(write, false, direct));
      }
    } else if (!copies.isEmpty()) {
      foldCopy(write, statement, copies);
    } else if (statement.isEmpty() || !swaps(write, statement.get())) {
      Refusal.unless(shape != Shape.ATOMIC, "no pattern");
      rewrite.set(write, shape);
    }
  }

  private void replaceBy(CellAccess write, String call) {
    edits.replace(file.end(write.place()), file.end(write.tree()), call);
  }

  /** {@code int c = x; ...; x = c + 1;} */
  private void foldCopy(
      CellAccess write, Optional<TreePath> statement, ImmutableList<Tree> copies) {
    Refusal.unless(statement.isPresent(), "the value of the assignment is used");
    CellAccess read = uses.copiedRead(write, write.operandOrFail()).orElseThrow();
    VariableTree copy = uses.copyOf(read).orElseThrow();
    TreePath declaration = CellUses.declarationOf(read);
    settled.add(read.tree());
    List<TreePath> others = new ArrayList<>(file.usesOf(ASTHelpers.getSymbol(copy)));
    others.removeIf(use -> copies.contains(use.getLeaf()));
    ImmutableList<StatementTree> after = Statements.following(declaration);
    if (others.isEmpty()) {
      Refusal.unless(isReachedOnce(declaration, statement.get()), "the copy grows old");
      Refusal.unless(isUntouchedBetween(declaration, write), "something happens in between");
      edits.delete(declaration.getLeaf());
      replaceBy(write, rewrite.updateCall(write, false, copies));
      return;
    }
    Refusal.unless(after.indexOf(statement.get().getLeaf()) == 0, "something happens in between");
    edits.replace(
        file.end(read.place()), file.end(read.tree()), rewrite.updateCall(write, true, copies));
    edits.delete(statement.get().getLeaf());
  }

  /** Returns whether the only way from the copy to the write is straight on, or into an if. */
  private static boolean isReachedOnce(TreePath declaration, TreePath statement) {
    for (TreePath at = statement.getParentPath(); at != null; at = at.getParentPath()) {
      if (at.getLeaf() == declaration.getParentPath().getLeaf()) {
        return true;
      }
      if (!(at.getLeaf() instanceof BlockTree || at.getLeaf() instanceof IfTree)) {
        return false;
      }
    }
    return false;
  }

  /** Returns whether nothing between the copy and the write uses the variable, in calls either. */
  private boolean isUntouchedBetween(TreePath declaration, CellAccess write) {
    int from = file.end(declaration.getLeaf());
    int to = file.start(write.tree());
    boolean used =
        !uses.readsBetween(write, from, to).isEmpty()
            || !uses.writesBetween(write, from, to).isEmpty();
    return !used
        && Statements.following(declaration).stream()
            .filter(s -> file.start(s) < to)
            .noneMatch(s -> Expressions.contains(s, t -> OwnCalls.touches(file, t, write.place())));
  }

  /** {@code int c = x; x = 0;} becomes {@code int c = x.getAndSet(0);} */
  private boolean swaps(CellAccess write, TreePath statement) {
    Optional<CellAccess> before =
        Statements.previous(statement).flatMap(previous -> uses.copiedBy(previous, write));
    if (before.isEmpty()) {
      return false;
    }
    ExpressionTree operand = write.operandOrFail();
    settled.add(before.get().tree());
    edits.replace(
        file.end(before.get().place()),
        file.end(before.get().tree()),
        ".getAndSet(" + rewrite.index(write, ", ") + file.text(operand) + ")");
    edits.delete(statement.getLeaf());
    return true;
  }

  // ---- x++; return x; -----------------------------------------------------------------------

  /** A look right after, which is all that is left to do, gets what the update has left. */
  private boolean givesNewValue(
      CellAccess write, TreePath statement, ImmutableList<? extends Tree> reads) {
    List<StatementTree> after = Statements.following(statement);
    if (after.isEmpty() || !(after.get(0) instanceof ReturnTree result)) {
      return false;
    }
    List<CellAccess> looks = uses.readsBetween(write, file.start(result), file.end(result));
    int line = file.lineStart(file.start(statement.getLeaf()));
    if (looks.size() != 1
        || !EvaluationOrder.comesFirst(looks.get(0).path(), result)
        || !file.comments().in(line, file.start(result)).isEmpty()) {
      return false;
    }
    settled.add(looks.get(0).tree());
    edits.replace(
        looks.get(0).tree(), rewrite.place(write) + rewrite.updateCall(write, false, reads));
    edits.delete(statement.getLeaf());
    return true;
  }

  // ---- x++; ... x ... -----------------------------------------------------------------------

  private boolean keepsNewValue(CellAccess write, TreePath statement) {
    return keepsNewValue(write, statement, ImmutableList.of());
  }

  /** Later looks in the same block mean the value just written; they must not look again. */
  private boolean keepsNewValue(CellAccess write, TreePath statement, ImmutableList<Tree> reads) {
    if (shape == Shape.ATOMIC) {
      return false;
    }
    int from = file.end(statement.getLeaf());
    int to = file.end(Expressions.parentOf(statement).getLeaf());
    List<CellAccess> later = uses.readsBetween(write, from, to);
    if (later.isEmpty() || Statements.listAround(statement).isEmpty()) {
      return false;
    }
    Refusal.unless(uses.writesBetween(write, from, to).isEmpty(), "the variable is written again");
    Refusal.unless(
        later.stream().noneMatch(a -> a.isInLoopHead()), "a loop waits for the variable");
    String type = typeText(write);
    String variable = ASTHelpers.getSymbol(write.place()).getSimpleName().toString();
    String local =
        edits.freshName(
            "new" + Character.toUpperCase(variable.charAt(0)) + variable.substring(1), statement);
    edits.replace(
        file.start(statement.getLeaf()),
        file.end(write.tree()),
        type
            + " "
            + local
            + " = "
            + rewrite.place(write)
            + rewrite.updateCall(write, false, reads));
    for (CellAccess access : later) {
      edits.replace(access.tree(), local);
      settled.add(access.tree());
    }
    return true;
  }

  // ---- T old = x; x++; ----------------------------------------------------------------------

  /** A look right before, which keeps the number that is counted on, gets it from the update. */
  private boolean takesOldValue(CellAccess write, TreePath statement) {
    if (shape == Shape.ATOMIC
        || !(Statements.previous(statement).orElse(null) instanceof VariableTree copy)) {
      return false;
    }
    List<CellAccess> looks = uses.readsBetween(write, file.start(copy), file.end(copy));
    if (looks.size() != 1
        || settled.contains(looks.get(0).tree())
        || !EvaluationOrder.comesFirst(looks.get(0).path(), copy)
        || !isKnownBefore(write, copy)) {
      return false;
    }
    CellAccess look = looks.get(0);
    settled.add(look.tree());
    edits.replace(
        file.end(look.place()),
        file.end(look.tree()),
        rewrite.updateCall(write, /* old= */ true, ImmutableList.of()));
    edits.delete(statement.getLeaf());
    return true;
  }

  /** Returns whether what is added does not depend on what the statement before declares. */
  private static boolean isKnownBefore(CellAccess write, VariableTree before) {
    return write.kind() == Kind.STEP
        || (write.kind() == Kind.COMPOUND
            && Expressions.isPure(write.operandOrFail(), t -> false)
            && !Expressions.contains(
                write.operandOrFail(),
                t -> ASTHelpers.getSymbol(before).equals(ASTHelpers.getSymbol(t))));
  }

  private String typeText(CellAccess write) {
    var type = ASTHelpers.getType(write.value());
    Refusal.unless(type != null && type.isPrimitive(), "the type cannot be written");
    return String.valueOf(type);
  }
}
