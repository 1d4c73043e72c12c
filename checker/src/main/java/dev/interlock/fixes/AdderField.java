package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.fixes.CellAccess.Kind;
import dev.interlock.fixes.CellAccess.Shape;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A counter that code only adds to, and looks at elsewhere, becomes an adder: cheap to add to from
 * many threads, dear to sum. Whether that pays, only its author knows, so this is for who asks.
 */
record AdderField() implements Remedy {
  private static final ImmutableSet<String> ZERO = ImmutableSet.of("0", "0L", "0l");

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    VarSymbol variable = subject.variable();
    CellType type =
        CellType.of(variable.type)
            .filter(CellType::isNumber)
            .orElseThrow(() -> new Refusal("not a number"));
    Refusal.unless(
        variable.getKind().isField()
            && subject.findings().stream().map(Finding::location).allMatch(AtomicField::isPlain),
        "not a plain field");
    Migration.check(file, variable);
    Migration.checkNotCloned(file, variable);
    Edits edits = new Edits(file);
    declare(file, edits, Migration.declaration(file, variable));
    Set<Tree> settled = new HashSet<>();
    for (Collection<TreePath> inside :
        AtomicOperation.byContainer(file.usesOf(variable)).asMap().values()) {
      List<CellAccess> uses =
          inside.stream().map(use -> CellAccess.of(use, Shape.VARIABLE)).toList();
      if (uses.stream().allMatch(use -> use.kind() == Kind.READ)) {
        uses.forEach(use -> sum(file, edits, use, type));
      } else {
        uses.forEach(use -> add(file, edits, use));
        uses.forEach(use -> settled.add(use.tree()));
      }
    }
    subject.checkSettled(settled);
    return Patch.lockFree("Make '" + variable.name + "' a LongAdder", subjects, edits);
  }

  private static void declare(SourceFile file, Edits edits, VariableTree declaration) {
    ExpressionTree initial = declaration.getInitializer();
    edits.addImport("java.util.concurrent.atomic.LongAdder");
    Migration.makeFinal(file, edits, declaration);
    edits.replace(declaration.getType(), "LongAdder");
    if (initial == null) {
      edits.insert(Migration.nameEnd(file, declaration), " = new LongAdder()");
    } else {
      Refusal.unless(ZERO.contains(file.text(initial)), "the counter does not start at zero");
      edits.replace(initial, "new LongAdder()");
    }
  }

  private static void sum(SourceFile file, Edits edits, CellAccess look, CellType type) {
    Refusal.unless(!new LocalFlow(file).decides(look.path()), "the count decides about something");
    edits.insert(file.end(look.value()), type == CellType.INT ? ".intValue()" : ".sum()");
  }

  private static void add(SourceFile file, Edits edits, CellAccess update) {
    Refusal.unless(update.isStatement(file.types()), "the new count is used");
    AtomicRewrite rewrite = new AtomicRewrite(file, edits, CellType.LONG);
    if (update.kind() == Kind.STEP) {
      edits.replace(file.start(update.tree()), file.start(update.place()), "");
      edits.replace(
          file.end(update.place()),
          file.end(update.tree()),
          update.isIncrement() ? ".increment()" : ".decrement()");
      return;
    }
    Refusal.unless(
        update.kind() == Kind.COMPOUND
            && AtomicRewrite.isAdditive(update.tree())
            && new Operand(update.operandOrFail(), CellType.LONG).isIntegral(),
        "not an addition");
    rewrite.add(update, "add");
  }
}
