package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.fixes.Guard.How;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Two calls on one object whose methods are {@code synchronized} are made in one section of its
 * monitor, which each of them takes anyway (client-side locking; Goetz et al., Java Concurrency in
 * Practice, 4.4.1).
 */
record ReceiverMonitor() implements Remedy {

  /** Calls that belong together, and the object that they are made on. */
  private record Calls(String object, CriticalSection section) {}

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    List<Calls> sections = new ArrayList<>();
    ImmutableList.Builder<Subject> helped = ImmutableList.builder();
    for (Subject subject : subjects) {
      ImmutableList<Finding> findings = withOneObject(file, subject);
      findings.forEach(finding -> add(file, sections, callsOf(file, finding)));
      helped.add(new Subject(subject.variable(), findings));
    }
    for (Calls calls : sections) {
      Guard guard = new Guard(calls.object(), How.MONITOR);
      for (StatementTree statement : calls.section().statements()) {
        Waiting.refuse(file, statement, guard, ImmutableSet.of());
        AlienCalls.refuseRepeated(file, statement, ImmutableSet.of());
        new NewSections(file, subjects).check(statement, ImmutableSet.of());
      }
      new SectionText(file, edits, calls.section(), calls.object(), How.MONITOR)
          .wrap(ImmutableList.of(), ImmutableList.of());
    }
    Refusal.unless(!edits.isEmpty(), "no calls");
    return new Patch(
        "Hold the monitor of '" + sections.get(0).object() + "' until both calls are made",
        helped.build(),
        edits,
        true,
        ImmutableSet.of());
  }

  /** Calls on the elements of a local collection are left alone, whatever else there is. */
  private static ImmutableList<Finding> withOneObject(SourceFile file, Subject subject) {
    return subject.findings().stream()
        .filter(finding -> !isOneOfCopies(file, receiver(finding.tree())))
        .collect(ImmutableList.toImmutableList());
  }

  private static void add(SourceFile file, List<Calls> sections, Calls calls) {
    Calls all = calls;
    for (Calls other : ImmutableList.copyOf(sections)) {
      if (all.section().overlaps(file, other.section())) {
        Refusal.unless(all.object().equals(other.object()), "several objects in one section");
        all = new Calls(all.object(), all.section().and(file, other.section()));
        sections.remove(other);
      }
    }
    sections.add(all);
  }

  private static Calls callsOf(SourceFile file, Finding finding) {
    Tree look = finding.read().map(Effect::at).orElseThrow(() -> new Refusal("no read")).tree();
    TreePath first = file.path(look);
    TreePath second = file.path(finding.tree());
    ExpressionTree object = receiver(look);
    Refusal.unless(
        file.text(object).equals(file.text(receiver(finding.tree())))
            && ASTHelpers.getSymbol(object) instanceof VarSymbol
            && !Expressions.contains(object, MethodInvocationTree.class::isInstance),
        "another object");
    Refusal.unless(!isHeld(file, first, object), "an object that may change");
    Tree code = SourceFile.containerOf(first).getLeaf();
    Refusal.unless(SourceFile.containerOf(second).getLeaf() == code, "in several methods");
    CriticalSection section = CriticalSection.around(ImmutableList.of(first, second), code);
    Refusal.unless(
        section.statements().stream().noneMatch(s -> changes(file, s, object)),
        "the object that has the lock may change");
    return new Calls(file.text(object), section);
  }

  /** Returns the object that a call of a synchronized method is made on. */
  private static ExpressionTree receiver(Tree tree) {
    Refusal.unless(
        tree instanceof MethodInvocationTree call
            && ASTHelpers.getSymbol(call).getModifiers().contains(Modifier.SYNCHRONIZED)
            && !ASTHelpers.getSymbol(call).isStatic(),
        "not a call of a synchronized method");
    ExpressionTree object = ASTHelpers.getReceiver((MethodInvocationTree) tree);
    Refusal.unless(object != null, "a call on the object at hand");
    return Expressions.strip(object);
  }

  /** The elements of a local collection come from anywhere. */
  private static boolean isOneOfCopies(SourceFile file, ExpressionTree object) {
    return file.declarationOf(ASTHelpers.getSymbol(object))
        .filter(path -> path.getParentPath().getLeaf() instanceof EnhancedForLoopTree)
        .map(path -> ((EnhancedForLoopTree) path.getParentPath().getLeaf()).getExpression())
        .filter(
            all ->
                ASTHelpers.getSymbol(all) instanceof VarSymbol variable
                    && !variable.getKind().isField())
        .isPresent();
  }

  private static boolean isHeld(SourceFile file, TreePath path, ExpressionTree object) {
    return new HeldGuards(file)
        .at(path)
        .filter(guard -> guard.name().equals(HeldGuards.name(file, object)))
        .isPresent();
  }

  /** Returns whether the expression may mean another object after the code has begun. */
  private static boolean changes(SourceFile file, Tree code, ExpressionTree object) {
    return Expressions.contains(
        object,
        part ->
            ASTHelpers.getSymbol(part) instanceof VarSymbol variable
                && !ASTHelpers.isConsideredFinal(variable)
                && (variable.getKind().isField()
                    || file.usesOf(variable).stream()
                        .filter(Expressions::isAssigned)
                        .anyMatch(use -> Expressions.contains(code, t -> t == use.getLeaf()))));
  }
}
