package dev.interlock.fixes;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** Puts every use of some variables, wherever the file has one, under one lock. */
final class CommonLock {
  private final SourceFile file;
  private final Edits edits;
  private final ImmutableList<Subject> subjects;
  private HeldGuards held;
  private boolean isNew;
  private @Nullable Guard forLooks;

  /** By method, lambda or initialiser: what of it is under the lock when all is done. */
  private final ListMultimap<Tree, Predicate<Tree>> covered = ArrayListMultimap.create();

  private @Nullable ClassSymbol owner;

  CommonLock(SourceFile file, Edits edits, ImmutableList<Subject> subjects) {
    this(file, edits, subjects, new HeldGuards(file));
  }

  CommonLock(SourceFile file, Edits edits, ImmutableList<Subject> subjects, HeldGuards held) {
    this.file = file;
    this.edits = edits;
    this.subjects = subjects;
    this.held = held;
  }

  /** Returns the class that all the variables are fields of. */
  ClassSymbol owner() {
    if (owner == null) {
      owner = findOwner();
    }
    return owner;
  }

  private ClassSymbol findOwner() {
    ClassSymbol owner = subjects.get(0).variable().enclClass();
    for (Subject subject : subjects) {
      VarSymbol variable = subject.variable();
      Refusal.unless(variable.getKind().isField(), "a local variable");
      Refusal.unless(variable.enclClass() == owner, "variables of several classes");
      SourceFile home = Elsewhere.homeOf(file, variable);
      Refusal.unless(
          !FieldUpdaters.existFor(home, variable) && !FieldUpdaters.isType(variable.type),
          "an updater knows no lock");
    }
    return owner;
  }

  /** Returns whether all are local variables of one method that other code has captured. */
  boolean isLocal() {
    return subjects.stream().allMatch(s -> s.variable().getKind() == ElementKind.LOCAL_VARIABLE)
        && subjects.stream().map(this::home).distinct().count() == 1;
  }

  boolean isStatic() {
    return subjects.stream().anyMatch(s -> s.variable().isStatic());
  }

  /** Returns the lock that most of the uses outside of constructors hold already. */
  Optional<Guard> usualGuard() {
    Map<Guard, Integer> counts = new LinkedHashMap<>();
    for (TreePath use : uses()) {
      heldAt(use).ifPresent(guard -> counts.merge(guard, 1, Integer::sum));
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** Returns the lock that more of the uses hold than all others together. */
  Optional<Guard> prevailingGuard() {
    return prevailingOf(uses().stream().flatMap(use -> heldAt(use).stream()).toList());
  }

  /**
   * Returns the lock of the objects at hand that more of the uses hold than all others of these
   * together. What locks other objects guards those.
   */
  Optional<Guard> prevailingOwnGuard() {
    return prevailingOf(
        uses().stream()
            .flatMap(use -> heldAt(use).stream())
            .filter(guard -> !guard.name().contains(".") || guard.name().endsWith(".class"))
            .toList());
  }

  private static Optional<Guard> prevailingOf(List<Guard> all) {
    Map<Guard, Integer> counts = new LinkedHashMap<>();
    all.forEach(guard -> counts.merge(guard, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> 2 * most.getValue() > all.size())
        .map(Map.Entry::getKey);
  }

  /** Puts all uses under a lock that the code has not had before. */
  void applyNew(Guard guard) {
    isNew = true;
    apply(guard);
  }

  /** Puts all uses under a lock that may be taken with any other one held. */
  void applyLast(Guard guard) {
    held = held.of(guard);
    apply(guard);
  }

  /** Puts changes under the lock of the writers, and what only looks under that of the readers. */
  void applyShared(Guard writers, Guard readers) {
    held = new HeldGuards(file, ImmutableMap.of(readers, writers));
    forLooks = readers;
    apply(writers);
  }

  /** Puts all uses that are not there yet under the lock. */
  void apply(Guard guard) {
    subjects.forEach(subject -> checkReaches(guard, subject));
    Map<Tree, List<TreePath>> byContainer = new LinkedHashMap<>();
    for (TreePath use : uses()) {
      byContainer
          .computeIfAbsent(SourceFile.containerOf(use).getLeaf(), k -> new ArrayList<>())
          .add(use);
    }
    for (Subject subject : subjects) {
      for (Finding finding : subject.findings()) {
        byContainer.putIfAbsent(
            SourceFile.containerOf(file.path(finding.tree())).getLeaf(), List.of());
      }
    }
    BoundParts bound = new BoundParts(file, subjects);
    byContainer.forEach(
        (container, uses) ->
            apply(guard, new LockedParts(file, held, subjects, bound, container), container, uses));
    subjects.forEach(subject -> subject.findings().forEach(this::checkCovered));
  }

  /** Refuses a lock that each owner has for itself for what owners have in common. */
  private void checkReaches(Guard guard, Subject subject) {
    SourceFile home = isLocal() ? file : Elsewhere.homeOf(file, subject.variable());
    if (subject.isBehindGiven(home)) {
      boolean isItself = subject.variable().getSimpleName().contentEquals(guard.name());
      boolean isGivenToo =
          SteadyMonitor.fieldNamed(owner(), guard.name())
              .filter(lock -> lock.isStatic() || Ownership.isGiven(home, lock))
              .isPresent();
      Refusal.unless(
          isItself || isGivenToo || guard.name().endsWith(".class"),
          "an object that others have, too");
    }
  }

  private Optional<Guard> heldAt(TreePath use) {
    return isLocal() ? held.at(use) : new OwnersGuard(file, held, owner()).at(use);
  }

  /** Refuses unless one section holds all of an update. */
  private void checkCovered(Finding finding) {
    Tree write = finding.tree();
    Tree read = finding.read().map(Effect::at).map(at -> at.tree()).orElse(write);
    boolean isHeld = held.isOneSection(file.path(read), file.path(write));
    Refusal.unless(
        !isHeld
            || finding.kind() != FindingKind.SPLIT_CRITICAL_SECTION
            || held.sectionOf(file.path(write)).filter(Awaiting::isIn).isEmpty(),
        "the lock is given away");
    Refusal.unless(isHeld || isCovered(write, read), "the update would still come apart");
  }

  /** Returns whether both are under the lock now, in one section of it. */
  private boolean isCovered(Tree one, Tree other) {
    TreePath at = SourceFile.containerOf(file.path(one));
    while (covered.get(at.getLeaf()).stream().noneMatch(c -> c.test(one) && c.test(other))) {
      if (at.getParentPath() == null) {
        return false;
      }
      at = SourceFile.containerOf(at);
    }
    return true;
  }

  /** Returns the uses that other threads may collide with. */
  private List<TreePath> uses() {
    List<TreePath> all = new ArrayList<>();
    for (Subject subject : subjects) {
      boolean isStateBehind = subject.isStateBehind();
      for (TreePath use : file.usesOf(subject.variable())) {
        if (isInitialization(subject, use)) {
          Refusal.unless(!mayMeetTasks(subject, use), "changed where it is declared as well");
        } else if (!isLock(use)) {
          Refusal.unless(!isStateBehind || Escapes.isKept(use), "the variable is handed on");
          all.add(use);
        }
      }
    }
    all.sort(Comparator.comparingInt(use -> file.start(use.getLeaf())));
    return all;
  }

  private boolean isInitialization(Subject subject, TreePath use) {
    Tree container = SourceFile.containerOf(use).getLeaf();
    return subject.variable().getKind().isField()
        ? container instanceof ClassTree
            || (container instanceof MethodTree method
                && method.getReturnType() == null
                && !subject.variable().isStatic())
        : container == home(subject);
  }

  /** Returns whether a local variable is changed when code that has captured it may run already. */
  private boolean mayMeetTasks(Subject subject, TreePath use) {
    return !subject.variable().getKind().isField()
        && !Escapes.isLook(use)
        && file.usesOf(subject.variable()).stream()
            .filter(other -> !isInitialization(subject, other))
            .anyMatch(
                captured ->
                    file.start(captured.getLeaf()) < file.start(use.getLeaf())
                        || Statements.loopAround(use)
                            .filter(
                                loop -> Expressions.contains(loop, t -> t == captured.getLeaf()))
                            .isPresent());
  }

  /** Returns the code that a local variable is declared in. */
  private Tree home(Subject subject) {
    return file.declarationOf(subject.variable())
        .map(path -> SourceFile.containerOf(path).getLeaf())
        .orElseThrow(() -> new Refusal("declared in another file"));
  }

  private static boolean isLock(TreePath use) {
    return Expressions.parentOf(use).getLeaf() instanceof SynchronizedTree;
  }

  /** Returns other fields that the lock is now held for, but not everywhere. */
  ImmutableSet<VarSymbol> bystanders(Guard guard) {
    return new Bystanders(file, held)
        .of(guard, tree -> isCovered(tree, tree)).stream()
            .filter(field -> subjects.stream().noneMatch(s -> s.variable() == field))
            .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns whether the section uses fields of other objects, which the lock cannot guard. */
  private boolean hasStrangers(Guard guard, CriticalSection section) {
    VarSymbol own = subjects.get(0).variable();
    return new Bystanders(file, held)
        .of(guard, tree -> section.contains(file, tree)).stream()
            .anyMatch(f -> f.owner != own.owner || f.isStatic() != own.isStatic());
  }

  private void apply(Guard guard, LockedParts parts, Tree container, List<TreePath> uses) {
    if (uses.stream().anyMatch(use -> heldAt(use).filter(at -> !at.equals(guard)).isPresent())) {
      Refusal.unless(parts.needNoLock(uses), "another lock is held at one of the uses");
      return;
    }
    List<TreePath> open =
        uses.stream().filter(use -> held.at(use).isEmpty() && !parts.isCheckedAgain(use)).toList();
    List<List<TreePath>> groups = parts.of(open);
    boolean isRedundant = open.size() == uses.size() && parts.needNoLock(open);
    if (groups.isEmpty() || isRedundant) {
      return;
    }
    Refusal.unless(
        open.stream().noneMatch(use -> held.isAfterAttempt(guard, use)),
        "the code does not wait for the lock");
    List<TreePath> all =
        Stream.concat(groups.stream().flatMap(List::stream), open.stream()).distinct().toList();
    if (container instanceof LambdaExpressionTree lambda
        && lambda.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION) {
      wrapLambda(guard, lambda, all);
      return;
    }
    Narrowing narrowing = new Narrowing(file, subjects, guard);
    LooksAfter looks = new LooksAfter(file, edits, parts.sections(groups, narrowing), narrowing);
    List<TreePath> used = all.stream().filter(this::isUse).toList();
    for (CriticalSection section : looks.sections()) {
      if (!looks.join(section, used, before -> nameAt(guard, before), guard.how())) {
        lock(guard, container, section, all, narrowing);
      } else {
        covered.put(container, looks::isJoined);
      }
    }
  }

  private void lock(
      Guard guard,
      Tree container,
      CriticalSection section,
      List<TreePath> all,
      Narrowing narrowing) {
    List<TreePath> inside =
        all.stream().filter(use -> section.contains(file, use.getLeaf())).toList();
    String name = nameAt(sharedOr(guard, section, inside), inside);
    Optional<StretchedSection> stretched = StretchedSection.of(file, section, name, guard.how());
    if (stretched.isPresent()) {
      List<StatementTree> movingIn = stretched.get().statements();
      movingIn.forEach(s -> checkTakesNot(guard, s));
      checkMayRunUnder(guard, movingIn, ImmutableSet.of());
      stretched.get().take(file, edits);
      covered.put(container, tree -> section.contains(file, tree));
      return;
    }
    section.statements().forEach(s -> checkTakesNot(guard, s));
    List<TreePath> uses = inside.stream().filter(this::isUse).toList();
    refuseClaims(section, uses);
    SectionText text = new SectionText(file, edits, section, name, guard.how());
    boolean isUnwelcome = section.statements().stream().anyMatch(narrowing::isUnwelcome);
    if (isUnwelcome || hasStrangers(guard, section)) {
      var looks = narrowing.looks(section, uses);
      if (looks.isPresent()) {
        text.snapshot(looks.get());
        covered.put(
            container, tree -> looks.get().values().stream().anyMatch(l -> l.contains(tree)));
        return;
      }
    }
    ImmutableList<StatementTree> moved =
        isUnwelcome ? narrowing.movable(section) : ImmutableList.of();
    ImmutableList<ExpressionTree> operands =
        isUnwelcome ? narrowing.operands(section) : ImmutableList.of();
    ImmutableSet<Tree> outside =
        ImmutableSet.<Tree>builder().addAll(moved).addAll(operands).build();
    checkMayRunUnder(guard, section.statements(), outside);
    Optional<NeighbourSection> neighbour =
        outside.isEmpty()
            ? NeighbourSection.of(file, section, name, guard.how())
            : Optional.empty();
    neighbour.ifPresentOrElse(n -> n.take(file, edits, section), () -> text.wrap(moved, operands));
    covered.put(
        container,
        tree ->
            section.contains(file, tree)
                && outside.stream().noneMatch(o -> Expressions.contains(o, t -> t == tree)));
  }

  /** Returns the lock of the readers where that is enough, and no other lock is taken inside. */
  private Guard sharedOr(Guard guard, CriticalSection section, List<TreePath> uses) {
    boolean looks =
        forLooks != null
            && uses.stream().allMatch(use -> isUse(use) && Escapes.isLook(use))
            && section.statements().stream()
                .noneMatch(s -> Expressions.contains(s, t -> OwnCalls.isOwn(file, t)))
            && subjects.stream()
                .flatMap(subject -> subject.findings().stream())
                .noneMatch(finding -> section.contains(file, finding.tree()));
    return looks && forLooks != null ? forLooks : guard;
  }

  /**
   * Refuses a section that sets a mark and takes it back in the end, come what may: others are to
   * see the mark and give up, not to wait for the section.
   */
  private void refuseClaims(CriticalSection section, List<TreePath> uses) {
    for (StatementTree statement : section.statements()) {
      for (Tree tree : Expressions.find(statement, t -> t instanceof TryTree)) {
        BlockTree last = ((TryTree) tree).getFinallyBlock();
        boolean isTakenBack =
            last != null
                && uses.stream()
                    .anyMatch(
                        use ->
                            !Escapes.isLook(use)
                                && Expressions.contains(last, t -> t == use.getLeaf()));
        Refusal.unless(
            !isTakenBack || file.start(uses.get(0).getLeaf()) >= file.start(last),
            "the lock would be held from a claim to its end");
      }
    }
  }

  /**
   * Refuses statements that would hold the lock for longer than the update takes.
   *
   * @param outside parts of the statements that run before the lock is taken
   */
  private void checkMayRunUnder(Guard guard, List<StatementTree> statements, Set<Tree> outside) {
    statements.forEach(s -> Waiting.refuse(file, s, guard, outside));
    statements.forEach(s -> AlienCalls.refuseRepeated(file, s, outside));
    if (isNew || !callsAliensUnder(guard)) {
      statements.forEach(s -> new NewSections(file, subjects).check(s, outside));
    }
  }

  /** Returns whether the code calls alien methods under the lock already. */
  private boolean callsAliensUnder(Guard guard) {
    return AlienCalls.of(file, file.unit()).stream()
        .filter(call -> !AlienCalls.isPrinting(call))
        .anyMatch(call -> held.at(file.path(call)).filter(guard::equals).isPresent());
  }

  /** Refuses a statement that takes or releases the lock by itself, unless it is a monitor. */
  private void checkTakesNot(Guard guard, Tree statement) {
    boolean takes =
        guard.how() == Guard.How.LOCK
            && Expressions.contains(
                statement,
                t ->
                    t instanceof MethodInvocationTree call
                        && call.getMethodSelect() instanceof MemberSelectTree select
                        && HeldGuards.name(file, select.getExpression()).equals(guard.name()));
    Refusal.unless(!takes, "a section inside of the section");
  }

  private void wrapLambda(Guard guard, LambdaExpressionTree lambda, List<TreePath> uses) {
    Refusal.unless(guard.how() == Guard.How.MONITOR, "a lambda without a block");
    ExpressionTree body = (ExpressionTree) lambda.getBody();
    Waiting.refuse(file, body, guard, ImmutableSet.of());
    var result = file.types().findDescriptorType(ASTHelpers.getType(lambda)).getReturnType();
    String value = result.getTag() == TypeTag.VOID ? "" : "return ";
    SectionText.wrapBody(file, edits, body, nameAt(guard, uses), value);
    covered.put(lambda, tree -> Expressions.contains(body, t -> t == tree));
  }

  private boolean isUse(TreePath path) {
    return isName(path.getLeaf());
  }

  /** Returns how the lock is named where there are these uses, and calls that use the variables. */
  private String nameAt(Guard guard, List<TreePath> paths) {
    if (isLocal()) {
      return guard.name();
    }
    List<TreePath> naming =
        paths.stream().filter(path -> isUse(path) || isOwnCall(path.getLeaf())).toList();
    Refusal.unless(!naming.isEmpty(), "nothing tells which object has the lock");
    return new LockName(file, owner(), isStatic(), guard).at(naming);
  }

  /** Returns whether {@code tree} calls a method of the objects that have the variables. */
  private boolean isOwnCall(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && owner().isSubClass(ASTHelpers.getSymbol(call).owner, file.types());
  }

  private boolean isName(Tree tree) {
    return subjects.stream().anyMatch(s -> ASTHelpers.getSymbol(tree) == s.variable());
  }
}
