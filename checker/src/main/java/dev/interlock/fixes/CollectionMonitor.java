package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.fixes.Guard.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two calls on a synchronised collection are made under its own monitor, which each of its methods
 * takes as well, so that no other use has to change (Goetz, Java Concurrency in Practice, 4.4.1).
 */
record CollectionMonitor() implements Remedy {

  /** The classes whose methods lock the object itself. */
  private static final ImmutableSet<String> SYNCHRONIZED =
      ImmutableSet.of("java.util.Hashtable", "java.util.Stack", "java.util.Vector");

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    VarSymbol variable = subject.variable();
    Refusal.unless(
        isSteady(file, variable) && locksItself(file, variable),
        "not a collection that locks itself");
    Edits edits = new Edits(file);
    Guard guard = new Guard(variable.name.toString(), How.MONITOR);
    Refusal.unless(
        new CommonLock(file, edits, subjects).usualGuard().filter(g -> !g.equals(guard)).isEmpty(),
        "another lock is in use");
    List<CriticalSection> sections = new ArrayList<>();
    for (Finding finding : subject.findings()) {
      Refusal.unless(
          finding.location() == LocationKind.CONCURRENT_CONTENT, "what is in it changes, too");
      add(sections, file, section(file, finding, variable));
    }
    for (CriticalSection section : sections) {
      section.statements().forEach(s -> check(file, subjects, guard, s));
      new SectionText(file, edits, section, guard.name(), How.MONITOR)
          .wrap(ImmutableList.of(), ImmutableList.of());
    }
    return new Patch(
        "Hold the monitor of '" + variable.name + "', which its methods take, over both steps",
        subjects,
        edits,
        true,
        ImmutableSet.of());
  }

  /** Returns whether the variable always names the same collection. */
  private static boolean isSteady(SourceFile file, VarSymbol variable) {
    return ASTHelpers.isConsideredFinal(variable)
        || (variable.getKind().isField()
            && !Migration.isOpen(file, variable)
            && !Steadiness.isAssignedAgain(file, variable));
  }

  /** Returns whether the collection is made as one whose methods take its own monitor. */
  private static boolean locksItself(SourceFile file, VarSymbol variable) {
    Optional<ExpressionTree> made =
        file.declarationOf(variable)
            .map(TreePath::getLeaf)
            .filter(VariableTree.class::isInstance)
            .map(tree -> ((VariableTree) tree).getInitializer());
    return made.filter(CollectionMonitor::isSynchronized).isPresent();
  }

  private static boolean isSynchronized(ExpressionTree made) {
    if (made instanceof MethodInvocationTree call) {
      var method = ASTHelpers.getSymbol(call);
      return method.owner.getQualifiedName().contentEquals("java.util.Collections")
          && method.getSimpleName().toString().startsWith("synchronized");
    }
    return made instanceof NewClassTree creation
        && creation.getClassBody() == null
        && SYNCHRONIZED.contains(
            ASTHelpers.getSymbol(creation).owner.getQualifiedName().toString());
  }

  /** Returns the statements that hold both steps of an update. */
  private static CriticalSection section(SourceFile file, Finding finding, VarSymbol variable) {
    Refusal.unless(
        finding.read().isPresent()
            && finding.write().via().isEmpty()
            && finding.read().map(Effect::via).filter(Optional::isEmpty).isPresent(),
        "the update is made by a call");
    TreePath read = file.path(finding.read().orElseThrow().at().tree());
    TreePath write = file.path(finding.tree());
    Tree container = SourceFile.containerOf(write).getLeaf();
    Refusal.unless(
        SourceFile.containerOf(read).getLeaf() == container
            && (isCallOn(read.getLeaf(), variable) || isCopyOf(read.getLeaf(), variable))
            && isCallOn(write.getLeaf(), variable),
        "another object");
    HeldGuards held = new HeldGuards(file);
    Refusal.unless(held.at(read).isEmpty() && held.at(write).isEmpty(), "another lock is held");
    return CriticalSection.around(
        Stream.concat(looksBefore(file, variable, write), Stream.of(read, write)).toList(),
        container);
  }

  /** Returns the looks further up that decide about the change, such as whether there is any. */
  private static Stream<TreePath> looksBefore(SourceFile file, VarSymbol variable, TreePath write) {
    LocalFlow flow = new LocalFlow(file);
    return file.usesOf(variable).stream()
        .filter(
            use -> SourceFile.containerOf(use).getLeaf() == SourceFile.containerOf(write).getLeaf())
        .filter(use -> file.end(use.getLeaf()) < file.start(write.getLeaf()))
        .filter(use -> Escapes.isLook(use) && Escapes.isCallOn(use))
        .filter(use -> Expressions.contains(Statements.blockAround(use), t -> t == write.getLeaf()))
        .filter(use -> !flow.dependents(use, ImmutableList.of(write)).isEmpty());
  }

  /** Returns whether the call is on the variable, named as the lock is. */
  private static boolean isCallOn(Tree tree, VarSymbol variable) {
    return tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && Expressions.strip(select.getExpression()) instanceof IdentifierTree named
        && ASTHelpers.getSymbol(named) == variable;
  }

  /** Returns whether the whole collection is copied, as {@code new ArrayList<>(c)} does. */
  private static boolean isCopyOf(Tree tree, VarSymbol variable) {
    return Escapes.isCopy(tree)
        && tree instanceof NewClassTree made
        && made.getArguments().size() == 1
        && Expressions.strip(made.getArguments().get(0)) instanceof IdentifierTree named
        && ASTHelpers.getSymbol(named) == variable;
  }

  private static void add(
      List<CriticalSection> sections, SourceFile file, CriticalSection section) {
    CriticalSection all = section;
    for (CriticalSection other : List.copyOf(sections)) {
      if (all.overlaps(file, other)) {
        all = all.and(file, other);
        sections.remove(other);
      }
    }
    sections.add(all);
  }

  private static void check(
      SourceFile file, ImmutableList<Subject> subjects, Guard guard, StatementTree statement) {
    Waiting.refuse(file, statement, guard, ImmutableSet.of());
    AlienCalls.refuseRepeated(file, statement, ImmutableSet.of());
    new NewSections(file, subjects).check(statement, ImmutableSet.of());
  }
}
