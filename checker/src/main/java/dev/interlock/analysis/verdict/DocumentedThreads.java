package dev.interlock.analysis.verdict;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Context.Step;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Protection;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.util.Comments;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The evidence of a comment: that of the class or of the method says that several threads come, and
 * nothing locks where a number of the object is counted or a collection of it is changed.
 */
final class DocumentedThreads implements Evidence {
  private final CompilationIndex index;
  private final Protection protection;
  private final OtherAccesses others;
  private final OpenEntries entries;
  private final Comments comments = new Comments();
  private final Map<ClassSymbol, Optional<ClassTree>> declarations = new IdentityHashMap<>();
  private final Map<Tree, ThreadRemark> remarks = new IdentityHashMap<>();
  private final Map<ClassTree, Boolean> mentions = new IdentityHashMap<>();
  private final Map<ClassSymbol, Boolean> launching = new IdentityHashMap<>();

  DocumentedThreads(
      CompilationIndex index, Protection protection, OtherAccesses others, OpenEntries entries) {
    this.index = index;
    this.protection = protection;
    this.others = others;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    return concern(trial.operation(), trial.kind())
        ? others.knownOrOwn(trial).stream()
            .filter(c -> c.locks().stream().allMatch(LockingEvidence::isClaim))
            .filter(c -> !protection.excludesItself(c) && entries.isOpen(c, trial.kind()))
            .filter(this::isForSeveral)
            .findFirst()
            .map(c -> trial.alone(trial.kindIn(c), Witness.COMMENT, c))
        : Optional.empty();
  }

  /** Returns whether comments say of all that writes a variable that one thread calls it. */
  boolean excuse(Trial trial) {
    Body body = trial.body();
    return isOfOne(body)
        && others.writes(trial).stream()
            .map(Access::body)
            .allMatch(writer -> writer.isInitialization() || isOfOne(writer));
  }

  private boolean isOfOne(Body body) {
    return body.tree() instanceof MethodTree && remark(body.tree(), body) == ThreadRemark.ONE;
  }

  /** Returns whether an operation counts, or changes a collection, where comments may say so. */
  boolean concern(CompoundOperation operation, LocationKind kind) {
    boolean collection = kind == LocationKind.UNSAFE_CONTENT;
    return (collection
            || (kind == LocationKind.PLAIN
                && (isMaking(operation) || !(operation instanceof CheckThenAct))))
        && operation.throughout().isEmpty()
        && operation.write().via().isEmpty()
        && isOwn(operation.location(), collection ? 2 : 1)
        && isMentioned(operation.body());
  }

  /** {@code if (cache == null) cache = new Cache();}, where two callers may get two of them. */
  private static boolean isMaking(CompoundOperation operation) {
    return operation instanceof CheckThenAct
        && operation.write().access().written().paths().stream()
            .anyMatch(made -> made.root() instanceof Root.Fresh && made.selectors().isEmpty());
  }

  private static boolean isOwn(AccessPath location, int steps) {
    return (location.root() instanceof Root.This || location.isStatic())
        && location.selectors().size() == steps;
  }

  /** Returns whether any comment of a class may say that several threads come. */
  private boolean isMentioned(Body body) {
    return declaration(body)
        .filter(type -> mentions.computeIfAbsent(type, t -> mentions(t, body)))
        .isPresent();
  }

  private boolean mentions(ClassTree type, Body body) {
    return remark(type, body) != ThreadRemark.NONE
        || type.getMembers().stream()
            .anyMatch(member -> remark(member, body) == ThreadRemark.SEVERAL);
  }

  /** The methods on the way know better than the class, and the variable better than either. */
  boolean isForSeveral(Context context) {
    List<Body> way =
        Stream.concat(Stream.of(context.body()), context.steps().stream().map(Step::body))
            .filter(step -> step.enclosingClass() == context.body().enclosingClass())
            .filter(step -> step.tree() instanceof MethodTree)
            .toList();
    List<ThreadRemark> said = way.stream().map(step -> remark(step.tree(), step)).toList();
    return !said.contains(ThreadRemark.ONE)
        && !said.contains(ThreadRemark.SOME)
        && !isOfCertainThread(context)
        && (said.contains(ThreadRemark.SEVERAL)
            || declaration(context.body())
                .filter(type -> isForSeveral(type, context.body(), way))
                .isPresent());
  }

  private boolean isForSeveral(ClassTree type, Body body, List<Body> way) {
    return (remark(type, body) == ThreadRemark.SEVERAL
            && (!launches(body.enclosingClass())
                || ThreadRemark.isOfSeveralCallers(comments.before(type, body.unit()))))
        || way.stream()
            .flatMap(step -> step.method().stream())
            .anyMatch(
                method ->
                    ThreadRemark.isOfSeveral(
                        comments.before(type, body.unit()), method.getSimpleName().toString()));
  }

  /** What a class says of threads that it launches itself is known better from its code. */
  private boolean launches(ClassSymbol type) {
    return launching.computeIfAbsent(
        type, t -> index.bodiesOf(t).stream().anyMatch(DocumentedThreads::launches));
  }

  private static boolean launches(Body body) {
    return body.calls().stream()
        .flatMap(call -> call.model().stream())
        .anyMatch(model -> model.effect(Launches.class).isPresent());
  }

  /** Returns whether comments say of the variable itself that a certain thread uses it. */
  private boolean isOfCertainThread(Context context) {
    Body body = context.body();
    Optional<VarSymbol> variable = context.location().variable();
    return declaration(body).stream()
        .flatMap(type -> type.getMembers().stream())
        .filter(VariableTree.class::isInstance)
        .filter(member -> variable.filter(ASTHelpers.getSymbol(member)::equals).isPresent())
        .anyMatch(
            member ->
                isCertain(remark(member, body))
                    || isCertain(ThreadRemark.of(comments.behind(member, body.unit()))));
  }

  private static boolean isCertain(ThreadRemark remark) {
    return remark == ThreadRemark.ONE || remark == ThreadRemark.SOME;
  }

  private ThreadRemark remark(Tree declaration, Body body) {
    return remarks.computeIfAbsent(
        declaration, d -> ThreadRemark.of(comments.before(d, body.unit())));
  }

  private Optional<ClassTree> declaration(Body body) {
    return declarations.computeIfAbsent(
        named(body.enclosingClass()), type -> find(type, body.unit().getTypeDecls()));
  }

  /** What is said of a class holds for what its methods make of anonymous ones. */
  private static ClassSymbol named(ClassSymbol type) {
    ClassSymbol named = type;
    while (named.name.isEmpty()) {
      named = ASTHelpers.enclosingClass(named.owner);
    }
    return named;
  }

  private static Optional<ClassTree> find(ClassSymbol type, List<? extends Tree> members) {
    return members.stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .flatMap(
            declared ->
                ASTHelpers.getSymbol(declared) == type
                    ? Stream.of(declared)
                    : find(type, declared.getMembers()).stream())
        .findFirst();
  }
}
