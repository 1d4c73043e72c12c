package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.verdict.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Puts every use of some variables of a class, wherever the file has one, under one lock. */
final class CommonLock {
  private final SourceFile file;
  private final Edits edits;
  private final ImmutableList<Subject> subjects;
  private final HeldGuards held;

  /** What is under the lock when all is done. */
  private final List<Predicate<Tree>> covered = new ArrayList<>();

  CommonLock(SourceFile file, Edits edits, ImmutableList<Subject> subjects) {
    this.file = file;
    this.edits = edits;
    this.subjects = subjects;
    this.held = new HeldGuards(file);
  }

  /** Returns the class that all the variables are fields of. */
  ClassSymbol owner() {
    ClassSymbol owner = subjects.get(0).variable().enclClass();
    for (Subject subject : subjects) {
      VarSymbol variable = subject.variable();
      Refusal.unless(variable.getKind().isField(), "a local variable");
      Refusal.unless(variable.enclClass() == owner, "variables of several classes");
      Refusal.unless(file.declarationOf(variable).isPresent(), "declared in another file");
      Refusal.unless(!Migration.isOpen(file, variable), "code elsewhere may use the field");
    }
    return owner;
  }

  boolean isStatic() {
    return subjects.stream().anyMatch(s -> s.variable().isStatic());
  }

  /** Returns the lock that most of the uses outside of constructors hold already. */
  Optional<Guard> usualGuard() {
    Map<Guard, Integer> counts = new LinkedHashMap<>();
    for (TreePath use : uses()) {
      held.at(use).ifPresent(guard -> counts.merge(guard, 1, Integer::sum));
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** Puts all uses that are not there yet under the lock. */
  void apply(Guard guard) {
    Map<Tree, List<TreePath>> byContainer = new LinkedHashMap<>();
    for (TreePath use : uses()) {
      Optional<Guard> there = held.at(use);
      Refusal.unless(
          there.isEmpty() || there.get().equals(guard), "another lock is held at one of the uses");
      byContainer
          .computeIfAbsent(SourceFile.containerOf(use).getLeaf(), k -> new ArrayList<>())
          .add(use);
    }
    byContainer.forEach((container, uses) -> apply(guard, container, uses));
    subjects.forEach(subject -> subject.findings().forEach(f -> checkCovered(f, guard)));
  }

  /** Refuses unless one section holds all of an update. */
  private void checkCovered(Finding finding, Guard guard) {
    Tree write = finding.tree();
    Tree read = finding.read().map(Effect::at).map(at -> at.tree()).orElse(write);
    boolean isHeld =
        held.at(file.path(write)).filter(guard::equals).isPresent()
            && held.at(file.path(read)).filter(guard::equals).isPresent();
    Refusal.unless(
        isHeld || covered.stream().anyMatch(c -> c.test(write) && c.test(read)),
        "the update would still come apart");
  }

  /** Returns the uses that other threads may collide with. */
  private List<TreePath> uses() {
    List<TreePath> all = new ArrayList<>();
    for (Subject subject : subjects) {
      for (TreePath use : file.usesOf(subject.variable())) {
        if (!isInitialization(SourceFile.containerOf(use))) {
          Escapes.check(use, subject);
          all.add(use);
        }
      }
    }
    all.sort(java.util.Comparator.comparingInt(use -> file.start(use.getLeaf())));
    return all;
  }

  private static boolean isInitialization(TreePath container) {
    return container.getLeaf() instanceof ClassTree
        || (container.getLeaf() instanceof MethodTree method && method.getReturnType() == null);
  }

  private void apply(Guard guard, Tree container, List<TreePath> uses) {
    List<TreePath> open = uses.stream().filter(use -> held.at(use).isEmpty()).toList();
    if (open.isEmpty() || (uses.size() == open.size() && needsNoLock(uses))) {
      return;
    }
    if (container instanceof LambdaExpressionTree lambda
        && lambda.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION) {
      wrapLambda(guard, lambda, open);
      return;
    }
    List<CriticalSection> sections = new ArrayList<>();
    for (List<TreePath> together : together(container, open)) {
      add(sections, CriticalSection.around(together, container));
    }
    for (CriticalSection section : sections) {
      section.statements().forEach(statement -> Waiting.refuse(file, statement));
      covered.add(tree -> section.contains(file, tree));
      section.wrap(file, edits, lockAt(guard, section, open), guard.how());
    }
  }

  private void add(List<CriticalSection> sections, CriticalSection section) {
    CriticalSection all = section;
    for (boolean changed = true; changed; ) {
      changed = false;
      for (CriticalSection other : sections) {
        if (all.joins(file, other)) {
          all = all.and(file, other);
          sections.remove(other);
          changed = true;
          break;
        }
      }
    }
    sections.add(all);
  }

  /** Looks at a variable that is visible at once need no lock if they decide about nothing. */
  private boolean needsNoLock(List<TreePath> uses) {
    return subjects.size() == 1
        && subjects.get(0).findings().stream().allMatch(CommonLock::isVisibleAtOnce)
        && uses.stream().allMatch(Escapes::isLook);
  }

  private static boolean isVisibleAtOnce(Finding finding) {
    return finding.location() == LocationKind.VOLATILE
        || finding.location() == LocationKind.ATOMIC
        || finding.location() == LocationKind.CONCURRENT_CONTENT;
  }

  /** Groups the uses of one container: what one update reads and writes must not come apart. */
  private List<List<TreePath>> together(Tree container, List<TreePath> uses) {
    List<List<TreePath>> groups = new ArrayList<>();
    if (subjects.size() > 1 || hasReadBeforeWrite(uses)) {
      groups.add(uses);
    } else {
      uses.forEach(use -> groups.add(List.of(use)));
    }
    for (Subject subject : subjects) {
      for (Finding finding : subject.findings()) {
        List<TreePath> both = new ArrayList<>();
        both.add(file.path(finding.tree()));
        finding.read().map(Effect::at).map(at -> file.path(at.tree())).ifPresent(both::add);
        if (both.stream().allMatch(path -> isIn(path, container))) {
          groups.add(both);
        }
      }
    }
    return groups;
  }

  private static boolean isIn(TreePath path, Tree container) {
    return SourceFile.containerOf(path).getLeaf() == container;
  }

  private static boolean hasReadBeforeWrite(List<TreePath> uses) {
    boolean read = false;
    for (TreePath use : uses) {
      if (Escapes.isLook(use)) {
        read = true;
      } else if (read) {
        return true;
      }
    }
    return false;
  }

  private void wrapLambda(Guard guard, LambdaExpressionTree lambda, List<TreePath> uses) {
    Refusal.unless(guard.how() == Guard.How.MONITOR, "a lambda without a block");
    ExpressionTree body = (ExpressionTree) lambda.getBody();
    var result = file.types().findDescriptorType(ASTHelpers.getType(lambda)).getReturnType();
    String value = result.getTag() == TypeTag.VOID ? "" : "return ";
    edits.insert(file.start(body), "{ synchronized (" + lockAt(guard, uses) + ") { " + value);
    edits.insert(file.end(body), "; } }");
    covered.add(tree -> Expressions.contains(body, t -> t == tree));
  }

  private String lockAt(Guard guard, CriticalSection section, List<TreePath> uses) {
    return lockAt(
        guard, uses.stream().filter(use -> section.contains(file, use.getLeaf())).toList());
  }

  /** Returns how the lock is named where these uses are. */
  private String lockAt(Guard guard, List<TreePath> uses) {
    ClassSymbol owner = subjects.get(0).variable().enclClass();
    for (TreePath use : uses) {
      ClassSymbol user = ASTHelpers.getSymbol(ASTHelpers.findEnclosingNode(use, ClassTree.class));
      Refusal.unless(
          user != null && user.outermostClass() == owner.outermostClass(),
          "the lock is out of reach");
    }
    if (isStatic() && !uses.stream().allMatch(use -> isInside(use, owner))) {
      return owner.getSimpleName() + "." + guard.name();
    }
    Set<String> prefixes = new LinkedHashSet<>();
    for (TreePath use : uses) {
      if (!isStatic()) {
        prefixes.add(CriticalSection.prefixOf(file, use));
        if (use.getLeaf() instanceof MemberSelectTree select) {
          Refusal.unless(isStable(select.getExpression()), "the object may change");
        }
      }
    }
    Refusal.unless(prefixes.size() <= 1, "several objects in one section");
    String prefix = prefixes.isEmpty() ? "" : prefixes.iterator().next();
    if (guard.name().equals("this")) {
      Refusal.unless(prefix.isEmpty(), "the lock of another object");
      return uses.stream().allMatch(this::isInOwner)
          ? "this"
          : subjects.get(0).variable().enclClass().getSimpleName() + ".this";
    }
    return prefix + guard.name();
  }

  private static boolean isInside(TreePath use, ClassSymbol owner) {
    for (TreePath at = use; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree type && ASTHelpers.getSymbol(type) == owner) {
        return true;
      }
    }
    return false;
  }

  private boolean isInOwner(TreePath use) {
    return ASTHelpers.getSymbol(ASTHelpers.findEnclosingNode(use, ClassTree.class))
        == subjects.get(0).variable().enclClass();
  }

  private static boolean isStable(ExpressionTree tree) {
    return Expressions.isPure(
        tree,
        t ->
            t instanceof com.sun.source.tree.ArrayAccessTree element
                && Expressions.isPure(element.getExpression(), x -> false)
                && Expressions.isPure(element.getIndex(), x -> false));
  }
}
