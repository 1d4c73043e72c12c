package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.verdict.Finding;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A collection becomes one that threads may share, and what two calls did together one call does.
 */
record ConcurrentCollection() implements Remedy {

  private static final String UTIL = "java.util.";

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    Edits edits = new Edits(file);
    Set<Tree> settled = new HashSet<>();
    Refusal.unless(
        subject.findings().stream().allMatch(ConcurrentCollection::isShallow),
        "what is in the collection changes, too");
    boolean unsafe = subject.findings().stream().anyMatch(ConcurrentCollection::isUnsafe);
    String what = "one atomic operation";
    if (unsafe) {
      Refusal.unless(DeclaredGuard.of(subjects).isEmpty(), "the collection has a lock");
      SectionsInUse.refuseDecisions(file, subject.variable());
      SectionsInUse.refuseUnseen(file, subject);
      what = convert(file, edits, subject.variable());
      subject.findings().stream().filter(f -> isSingleCall(f)).forEach(f -> settled.add(f.tree()));
    } else {
      Refusal.unless(
          subject.findings().stream().allMatch(ConcurrentCollection::isConcurrent),
          "not a collection");
    }
    CollectionOperations operations = new CollectionOperations(file, edits, subject.variable());
    if (unsafe) {
      settled.addAll(operations.foldAll());
    }
    for (Finding finding : subject.findings()) {
      if (!settled.contains(finding.tree())) {
        settled.addAll(operations.fold(finding));
      }
    }
    subject.checkSettled(settled);
    if (!unsafe) {
      EarlierLooks.refuse(file, subject, edits, settled);
    }
    return Patch.lockFree(
        unsafe
            ? "Make '" + subject.variable().name + "' a " + what
            : "Make the update of '" + subject.variable().name + "' " + what,
        subjects,
        edits);
  }

  private static boolean isUnsafe(Finding finding) {
    return finding.location() == LocationKind.UNSAFE_CONTENT;
  }

  private static boolean isConcurrent(Finding finding) {
    return finding.location() == LocationKind.CONCURRENT_CONTENT;
  }

  /** Returns whether the change is of the collection itself and not of what is in it. */
  private static boolean isShallow(Finding finding) {
    return finding.write().location().selectors().stream()
            .filter(Selector.Content.class::isInstance)
            .count()
        == 1;
  }

  private static boolean isSingleCall(Finding finding) {
    return finding.read().map(r -> r.at().tree() == finding.tree()).orElse(true)
        && finding.write().via().isEmpty();
  }

  /** Changes what the collection is made as; returns the name of the new class. */
  private static String convert(SourceFile file, Edits edits, VarSymbol variable) {
    VariableTree declaration = Migration.declaration(file, variable);
    ExpressionTree made = initialValue(file, variable, declaration);
    if (!(made instanceof NewClassTree creation) || creation.getClassBody() != null) {
      throw new Refusal("the collection comes from elsewhere");
    }
    String old = ASTHelpers.getType(creation).tsym.getSimpleName().toString();
    CollectionUses uses = new CollectionUses(file, variable);
    Counterpart counterpart = Counterpart.of(old, variable.type, uses.mayHoldNull());
    uses.check(counterpart);
    if (uses.mayHoldNull() && !counterpart.mayIterate()) {
      uses.lockIterations(edits);
    }
    return replace(file, edits, creation, old, counterpart, declaration);
  }

  private static String replace(
      SourceFile file,
      Edits edits,
      NewClassTree creation,
      String old,
      Counterpart counterpart,
      VariableTree declaration) {
    edits.addImport(counterpart.imported());
    if (counterpart.before().isEmpty()) {
      boolean plain =
          creation.getArguments().isEmpty()
              || ASTHelpers.getType(creation.getArguments().get(0)).isPrimitive();
      Refusal.unless(plain && !isInferred(file, declaration), "a copy of another set");
      edits.replace(creation, "ConcurrentHashMap.newKeySet()");
      dropImport(file, edits, creation, old);
      return "concurrent set";
    }
    if (counterpart.mayIterate()) {
      Tree name = nameOf(creation);
      edits.replace(name, counterpart.before());
      Refusal.unless(creation.getArguments().size() <= 1, "the constructor has no counterpart");
      dropImport(file, edits, creation, old);
      return counterpart.before();
    }
    edits.insert(file.start(creation), counterpart.before());
    edits.insert(file.end(creation), counterpart.after());
    return "synchronized collection";
  }

  private static Tree nameOf(NewClassTree creation) {
    return creation.getIdentifier() instanceof com.sun.source.tree.ParameterizedTypeTree generic
        ? generic.getType()
        : creation.getIdentifier();
  }

  /** The import of a class that is named nowhere else would be left unused. */
  private static void dropImport(SourceFile file, Edits edits, NewClassTree creation, String name) {
    long others =
        Expressions.find(
                file.unit(),
                t ->
                    t instanceof com.sun.source.tree.IdentifierTree id
                        && id.getName().contentEquals(name))
            .stream()
            .filter(t -> t != nameOf(creation))
            .count();
    boolean linked = file.text().contains("{@link " + name);
    if (others == 0 && !linked) {
      edits.removeImport(UTIL + name);
    }
  }

  private static boolean isInferred(SourceFile file, VariableTree declaration) {
    return file.text().startsWith("var ", file.start(declaration));
  }

  private static @Nullable ExpressionTree initialValue(
      SourceFile file, VarSymbol variable, VariableTree declaration) {
    Optional<ExpressionTree> assigned = Optional.empty();
    for (TreePath use : file.usesOf(variable)) {
      if (use.getParentPath().getLeaf() instanceof AssignmentTree write
          && write.getVariable() == use.getLeaf()) {
        Refusal.unless(
            assigned.isEmpty()
                && declaration.getInitializer() == null
                && SourceFile.containerOf(use).getLeaf()
                    instanceof com.sun.source.tree.MethodTree method
                && method.getReturnType() == null,
            "the collection is replaced");
        assigned = Optional.of(write.getExpression());
      }
    }
    return assigned.orElse(declaration.getInitializer());
  }
}
