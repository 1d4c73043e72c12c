package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A look at an atomic variable, what is computed from it, and the write that follows are repeated
 * until nobody has come in between (Goetz et al., Java Concurrency in Practice, 15.2).
 */
record AttemptLoop() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    Edits edits = new Edits(file);
    Set<Tree> settled = repeatAll(file, edits, subject.findings());
    subject.checkSettled(settled);
    EarlierLooks.refuse(file, subject, edits, settled);
    return Patch.lockFree(
        "Repeat the update of '"
            + subject.variable().name
            + "' until no other thread comes in between",
        subjects,
        edits);
  }

  /** Repeats each of the updates; returns the looks and writes that they are made of. */
  static Set<Tree> repeatAll(SourceFile file, Edits edits, ImmutableList<Finding> findings) {
    Set<Tree> settled = new HashSet<>();
    for (Finding finding : findings) {
      if (!settled.contains(finding.tree())) {
        settled.addAll(repeat(file, edits, finding));
      }
    }
    return settled;
  }

  private static Set<Tree> repeat(SourceFile file, Edits edits, Finding finding) {
    Tree look = finding.read().map(Effect::at).orElseThrow(() -> new Refusal("no read")).tree();
    MethodInvocationTree write = call(finding.tree());
    Cell cell = Cell.of(file, call(look));
    Refusal.unless(cell.isMadeBy(write), "another variable");
    TreePath statement =
        Statements.ofExpression(file.path(write))
            .orElseThrow(() -> new Refusal("the result of the update is used"));
    CriticalSection section = sectionOf(file, cell, look, file.path(write));
    AttemptText text = new AttemptText(file, edits, cell, section, statement);
    text.write(write);
    return ImmutableSet.<Tree>builder().addAll(text.looks()).add(write).build();
  }

  /** Returns the statements from the first look that the write depends on to the write. */
  private static CriticalSection sectionOf(SourceFile file, Cell cell, Tree look, TreePath write) {
    LocalFlow flow = new LocalFlow(file);
    Tree code = SourceFile.containerOf(write).getLeaf();
    Stream<TreePath> earlier =
        file.usesOf(cell.variable()).stream()
            .filter(use -> SourceFile.containerOf(use).getLeaf() == code)
            .filter(use -> file.end(use.getLeaf()) < file.start(look))
            .map(use -> use.getParentPath().getParentPath())
            .filter(call -> cell.isLook(call.getLeaf()))
            .filter(call -> !flow.dependents(call, ImmutableList.of(write)).isEmpty());
    return CriticalSection.around(
        Stream.concat(earlier, Stream.of(file.path(look), write)).toList(), code);
  }

  private static MethodInvocationTree call(Tree tree) {
    if (tree instanceof MethodInvocationTree call && ASTHelpers.getReceiver(call) != null) {
      return call;
    }
    throw new Refusal("not a call on the variable");
  }

  /**
   * An atomic variable as code names it.
   *
   * @param object what the methods are called on
   * @param variable the variable of that name
   * @param key the index that says which of many variables is meant, with a comma behind, if any
   */
  record Cell(SourceFile file, ExpressionTree object, VarSymbol variable, String key) {

    static Cell of(SourceFile file, MethodInvocationTree look) {
      ExpressionTree object = Expressions.strip(ASTHelpers.getReceiver(look));
      Refusal.unless(
          ASTHelpers.getSymbol(object) instanceof VarSymbol
              && CellType.ofAtomic(ASTHelpers.getType(object)).isPresent()
              && !FieldUpdaters.isType(ASTHelpers.getType(object))
              && nameOf(look).equals("get"),
          "not a look at an atomic variable");
      int keys = CellType.isKeyed(ASTHelpers.getType(object)) ? 1 : 0;
      Refusal.unless(
          look.getArguments().size() == keys
              && Expressions.isPure(object, t -> false)
              && look.getArguments().stream().allMatch(a -> Expressions.isPure(a, t -> false)),
          "which variable it is may change");
      String key = keys == 0 ? "" : file.text(look.getArguments().get(0)) + ", ";
      return new Cell(file, object, (VarSymbol) ASTHelpers.getSymbol(object), key);
    }

    static String nameOf(MethodInvocationTree call) {
      return ASTHelpers.getSymbol(call).getSimpleName().toString();
    }

    /** Returns whether a call is made on the variable. */
    boolean isMadeBy(Tree tree) {
      return tree instanceof MethodInvocationTree call
          && ASTHelpers.getReceiver(call) != null
          && file.text(Expressions.strip(ASTHelpers.getReceiver(call))).equals(file.text(object))
          && (key.isEmpty()
              || (!call.getArguments().isEmpty()
                  && key.equals(file.text(call.getArguments().get(0)) + ", ")));
    }

    boolean isLook(Tree tree) {
      return isMadeBy(tree) && nameOf((MethodInvocationTree) tree).equals("get");
    }

    /** Returns the call that looks. */
    String look() {
      return file.text(object)
          + ".get("
          + (key.isEmpty() ? "" : key.substring(0, key.length() - 2))
          + ")";
    }

    /** Returns the call that writes unless the value has changed. */
    String attempt(String current, String value) {
      return file.text(object) + ".compareAndSet(" + key + current + ", " + value + ")";
    }
  }
}
