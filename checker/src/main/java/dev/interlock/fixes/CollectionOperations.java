package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.verdict.Finding;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Folds a look into a collection and the change that follows from it into one call. */
final class CollectionOperations {
  private static final String COPY_ON_WRITE = "java.util.concurrent.CopyOnWriteArrayList";

  private static final ImmutableSet<String> CACHES =
      ImmutableSet.of("com.github.benmanes.caffeine.cache.Cache", "com.google.common.cache.Cache");

  private final SourceFile file;
  private final Edits edits;
  private final VarSymbol variable;
  private boolean isRedeclared;

  CollectionOperations(SourceFile file, Edits edits, VarSymbol variable) {
    this.file = file;
    this.edits = edits;
    this.variable = variable;
  }

  /** Makes one call of an update; returns the trees that are part of it. Refuses what it cannot. */
  Set<Tree> fold(Finding finding) {
    Refusal.unless(
        finding.write().via().isEmpty()
            && finding.read().isPresent()
            && finding.read().get().via().isEmpty(),
        "the update is made by a call");
    Tree read = finding.read().get().at().tree();
    Refusal.unless(isCallOnVariable(finding.tree()) && isCallOnVariable(read), "another object");
    MethodInvocationTree change = (MethodInvocationTree) finding.tree();
    MethodInvocationTree look = (MethodInvocationTree) read;
    Refusal.unless(
        look.getArguments().isEmpty() || sameText(argument(look, 0), argument(change, 0)),
        "another key");
    Refusal.unless(folds(change, look), "no pattern");
    return ImmutableSet.of(change, look);
  }

  /**
   * Folds every look that comes before a change in the same method, also those that did not matter
   * as long as nothing of the collection was safe. Refuses what it cannot fold.
   */
  Set<Tree> foldAll() {
    Set<Tree> folded = new HashSet<>();
    Multimaps.index(file.usesOf(variable), use -> SourceFile.containerOf(use).getLeaf())
        .asMap()
        .values()
        .forEach(uses -> foldAll(List.copyOf(uses), folded));
    return folded;
  }

  private void foldAll(List<TreePath> uses, Set<Tree> folded) {
    Set<MethodInvocationTree> looks = new LinkedHashSet<>();
    for (TreePath use : uses) {
      Tree call = use.getParentPath().getParentPath().getLeaf();
      if (!isCallOnVariable(call)) {
        continue;
      }
      if (Escapes.isLook(use)) {
        looks.add((MethodInvocationTree) call);
      } else if (!looks.isEmpty()) {
        MethodInvocationTree change = (MethodInvocationTree) call;
        MethodInvocationTree look = looks.iterator().next();
        boolean single = looks.size() == 1 || folded.containsAll(looks);
        Refusal.unless(
            single
                && !change.getArguments().isEmpty()
                && !look.getArguments().isEmpty()
                && sameText(argument(look, 0), argument(change, 0))
                && folds(change, look),
            "a look decides about a later change");
        folded.add(change);
        folded.add(look);
        looks.clear();
      }
    }
  }

  private boolean folds(MethodInvocationTree change, MethodInvocationTree look) {
    return switch (nameOf(change)) {
      case "put" ->
          (isOf("java.util.Map") || isCache())
              && (new MapUpdates(file, edits, variable, this).fold(change, look)
                  || new MapResults(file, edits, this).fold(change, look)
                  || foldGuard(change, look, ImmutableSet.of("get", "containsKey"), true));
      case "putIfAbsent" ->
          isOf("java.util.Map")
              && new MapUpdates(file, edits, variable, this).foldCreation(change, look);
      case "add" ->
          (isOf("java.util.Set") || isCopyOnWrite())
              && foldGuard(change, look, ImmutableSet.of("contains"), true);
      case "remove" -> foldRemove(change, look) || foldPoll(change, look);
      default -> foldPoll(change, look);
    };
  }

  private boolean isCallOnVariable(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && ASTHelpers.getSymbol(select.getExpression()) == variable;
  }

  private boolean isOf(String type) {
    Type wanted = file.state().getTypeFromString(type);
    return wanted != null && ASTHelpers.isSubtype(variable.type, wanted, file.state());
  }

  /** Returns whether a list copies itself when it is changed, be it declared as a mere list. */
  private boolean isCopyOnWrite() {
    return isOf(COPY_ON_WRITE)
        || (variable.type.tsym.getQualifiedName().contentEquals("java.util.List")
            && variable.isPrivate()
            && ASTHelpers.isConsideredFinal(variable)
            && initialValue()
                .filter(made -> made instanceof NewClassTree)
                .filter(made -> ASTHelpers.getType(made).tsym.toString().equals(COPY_ON_WRITE))
                .isPresent());
  }

  private Optional<ExpressionTree> initialValue() {
    return file.declarationOf(variable)
        .map(path -> ((VariableTree) path.getLeaf()).getInitializer());
  }

  /** Only the class itself, and no list in general, adds what is not there yet. */
  private void declareCopyOnWrite() {
    if (isOf(COPY_ON_WRITE) || isRedeclared) {
      return;
    }
    isRedeclared = true;
    Tree type = Migration.declaration(file, variable).getType();
    Tree name = type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
    Refusal.unless(file.text(name).equals("List"), "the type is not written");
    edits.replace(name, "CopyOnWriteArrayList");
  }

  /** Returns the method that is called, by its name in a map. */
  static String nameOf(MethodInvocationTree call) {
    String name = ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
    return name.equals("getIfPresent") ? "get" : name;
  }

  /** Returns the map that calls are made on. */
  String receiver(MethodInvocationTree call) {
    String object = file.text(((MemberSelectTree) call.getMethodSelect()).getExpression());
    return isCache() ? object + ".asMap()" : object;
  }

  /** Returns whether the variable is a cache that can be used as a concurrent map. */
  private boolean isCache() {
    return CACHES.stream().anyMatch(this::isOf);
  }

  static ExpressionTree argument(MethodInvocationTree call, int index) {
    Refusal.unless(index < call.getArguments().size(), "another method");
    return call.getArguments().get(index);
  }

  boolean sameText(Tree a, Tree b) {
    return file.text(a).equals(file.text(b));
  }

  // ---- if (!m.containsKey(k)) m.put(k, v) -------------------------------------------------------

  private boolean foldGuard(
      MethodInvocationTree change,
      MethodInvocationTree look,
      Set<String> looks,
      boolean whenAbsent) {
    Optional<TreePath> statement = Statements.ofExpression(file.path(change));
    if (statement.isEmpty() || !looks.contains(nameOf(look))) {
      return false;
    }
    Optional<IfTree> around = GuardedUpdate.around(statement.get());
    Optional<IfTree> decision = around.or(() -> GuardedUpdate.before(statement.get()));
    if (decision.isEmpty()) {
      return false;
    }
    boolean exits = around.isEmpty();
    ExpressionTree condition = Expressions.strip(decision.get().getCondition());
    Optional<ExpressionTree> asked = askedBefore(condition, exits);
    ExpressionTree test = asked.isPresent() ? lastOf(condition) : condition;
    if (!isTest(test, look, whenAbsent != exits)) {
      return false;
    }
    boolean whole = !exits && Statements.isAllOf(statement.get(), decision.get());
    if (whole && asked.isPresent()) {
      edits.replace(condition, file.text(asked.get()));
      edits.replace(change, call(change, true));
      return true;
    }
    if (whole && whenAbsent && foldResult(change, decision.get())) {
      return true;
    }
    String call = call(change, whole);
    if (whole) {
      edits.replaceStatement(decision.get(), call + ";");
      return true;
    }
    boolean isSet = isAdd(change);
    String success =
        isSet
            ? (exits ? "!" + call : call)
            : call + (whenAbsent != exits ? " == null" : " != null");
    edits.replace(test, success);
    edits.delete(statement.get().getLeaf());
    return true;
  }

  /** Returns {@code a} of {@code a && b}, where it is about something else. */
  private Optional<ExpressionTree> askedBefore(ExpressionTree condition, boolean exits) {
    Tree.Kind both = exits ? Tree.Kind.CONDITIONAL_OR : Tree.Kind.CONDITIONAL_AND;
    return condition.getKind() == both
        ? Optional.of(((BinaryTree) condition).getLeftOperand()).filter(this::isAboutOthers)
        : Optional.empty();
  }

  private static ExpressionTree lastOf(ExpressionTree condition) {
    return Expressions.strip(((BinaryTree) condition).getRightOperand());
  }

  private boolean isAboutOthers(ExpressionTree tree) {
    return !Expressions.contains(
        tree, t -> ASTHelpers.getSymbol(t) == variable || OwnCalls.touches(file, t, variable));
  }

  /** {@code if (!m.containsKey(k)) { m.put(k, v); } return m.get(k);} */
  private boolean foldResult(MethodInvocationTree put, IfTree decision) {
    if (!nameOf(put).equals("put") || !isFunction(argument(put, 1))) {
      return false;
    }
    Optional<StatementTree> next = Statements.following(file.path(decision)).stream().findFirst();
    Optional<ExpressionTree> get = next.flatMap(Statements::valueOf).filter(v -> isGet(v, put));
    if (get.isEmpty()) {
      return false;
    }
    edits.replace(get.get(), computeIfAbsent(put, argument(put, 1)));
    edits.delete(decision, next.orElseThrow());
    return true;
  }

  /** Returns whether the value is what the map has for the key that {@code put} has. */
  boolean isGet(ExpressionTree value, MethodInvocationTree put) {
    return value instanceof MethodInvocationTree get
        && isCallOnVariable(get)
        && nameOf(get).equals("get")
        && receiver(get).equals(receiver(put))
        && sameText(argument(get, 0), argument(put, 0));
  }

  /** Returns the call that makes the element if the map lacks it. */
  String computeIfAbsent(MethodInvocationTree put, ExpressionTree made) {
    return receiver(put)
        + ".computeIfAbsent("
        + file.text(argument(put, 0))
        + ", "
        + file.freshName("key")
        + " -> "
        + file.text(made)
        + ")";
  }

  private static boolean isAdd(MethodInvocationTree change) {
    return nameOf(change).equals("add");
  }

  /** Returns the call that looks and changes. */
  private String call(MethodInvocationTree change, boolean whole) {
    String key = file.text(argument(change, 0));
    if (!nameOf(change).equals("put")) {
      Refusal.unless(Expressions.isPure(argument(change, 0), t -> false), "the key may change");
      boolean isList = isAdd(change) && isCopyOnWrite();
      if (isList) {
        declareCopyOnWrite();
      }
      String method = isList ? "addIfAbsent" : nameOf(change);
      return receiver(change) + "." + method + "(" + key + ")";
    }
    ExpressionTree value = argument(change, 1);
    if (Expressions.isPure(value, t -> false)) {
      return receiver(change) + ".putIfAbsent(" + key + ", " + file.text(value) + ")";
    }
    Refusal.unless(whole && isFunction(value), "the value cannot be made in a function");
    return computeIfAbsent(change, value);
  }

  /** Returns whether the test holds exactly if the key is absent, or present. */
  private boolean isTest(ExpressionTree test, MethodInvocationTree look, boolean absent) {
    if (nameOf(look).equals("get")) {
      Tree.Kind kind = absent ? Tree.Kind.EQUAL_TO : Tree.Kind.NOT_EQUAL_TO;
      return isNullTest(test, kind, t -> t == look);
    }
    if (!absent) {
      return test == look;
    }
    return test.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
        && Expressions.strip(((UnaryTree) test).getExpression()) == look;
  }

  private boolean foldRemove(MethodInvocationTree remove, MethodInvocationTree look) {
    return remove.getArguments().size() == 1
        && nameOf(look).equals("containsKey")
        && foldGuard(remove, look, ImmutableSet.of("containsKey"), false);
  }

  private boolean foldPoll(MethodInvocationTree change, MethodInvocationTree look) {
    return isOf("java.util.Queue")
        && !isOf("java.util.List")
        && new QueueUpdates(file, edits, this).fold(change, look);
  }

  static boolean isNullTest(
      ExpressionTree tree, Tree.Kind kind, java.util.function.Predicate<Tree> tested) {
    return Expressions.strip(tree) instanceof BinaryTree test
        && test.getKind() == kind
        && test.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL
        && tested.test(Expressions.strip(test.getLeftOperand()));
  }

  /** Returns whether the expression may be the body of a function that the map calls. */
  boolean isFunction(ExpressionTree made) {
    return !Expressions.contains(
            made, t -> OwnCalls.touches(file, t, variable) || ASTHelpers.getSymbol(t) == variable)
        && Captures.areFixed(made)
        && Captures.throwNothingChecked(file, made);
  }
}
