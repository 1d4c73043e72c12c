package dev.interlock.analysis.verdict;

import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import dev.interlock.analysis.callgraph.Getters;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.FrameworkEntries;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.library.AnnotationMeaning;
import dev.interlock.library.EntryMode;
import java.util.List;

/** Tells by which ways any thread may come, as far as is known. */
final class OpenEntries {
  private final CompilationIndex index;
  private final FieldOrigins origins;
  private final Getters getters;

  OpenEntries(CompilationIndex index, FieldOrigins origins, Getters getters) {
    this.index = index;
    this.origins = origins;
    this.getters = getters;
  }

  /** Returns whether code of other compilations may call a body, whoever calls it in this one. */
  static boolean isOffered(Body body) {
    return body.method().filter(MethodSymbol::isPublic).isPresent()
        && isOffered(body.enclosingClass());
  }

  private static boolean isOffered(ClassSymbol type) {
    return type.isPublic() && (!(type.owner instanceof ClassSymbol outer) || isOffered(outer));
  }

  /** Returns whether any thread may come to a location of this kind by this way. */
  boolean isOpen(Context context, LocationKind kind) {
    return (context.home() == Home.OBJECT || context.home() == Home.STATIC)
        && isEntered(context, kind);
  }

  /** Returns whether the location is a variable of an object that any thread may pass. */
  boolean isPassed(Context context, LocationKind kind) {
    return context.home() == Home.ARGUMENT
        && context.location().selectors().stream().anyMatch(Selector.Field.class::isInstance)
        && isKnownOutside(context)
        && isEntered(context, kind);
  }

  /** Nobody outside has an object of a private class to pass, unless it was handed out. */
  private static boolean isKnownOutside(Context context) {
    return !(context.location().selectors().get(0) instanceof Selector.Field first
        && (first.symbol().owner.flags() & Flags.PRIVATE) != 0);
  }

  private boolean isEntered(Context context, LocationKind kind) {
    return isOfOwnThread(context) || (!context.isTask() && isEnteredByCall(context, kind));
  }

  /** Each object starts a thread as it is made, which works on what the object was given. */
  private boolean isOfOwnThread(Context context) {
    return context.isTask()
        && context.entry().isEmpty()
        && context.top().kind() == Body.Kind.CONSTRUCTOR
        && context.crossings().size() == 1
        && context.crossings().get(0).run().site().body() == context.top()
        && context.location().owner().selectors().stream().limit(1).anyMatch(this::isGiven);
  }

  private boolean isEnteredByCall(Context context, LocationKind kind) {
    return context
            .entry()
            .filter(entry -> isPrivate(entry, context.top(), kind) && !isGiven(context))
            .isEmpty()
        && (context.top().kind() == Body.Kind.METHOD || isMaking(context))
        && !isOfOwnMaking(context)
        && !context
            .top()
            .method()
            .filter(
                m ->
                    isCalledByOwner(m)
                        || isCalledUnderLock(m)
                        || isForTests(m)
                        || FrameworkEntries.isForSubclasses(m, index.types()))
            .isPresent();
  }

  /** What a method has just made and stored, it works on before others look for it there. */
  private boolean isOfOwnMaking(Context context) {
    List<Selector> steps = context.location().selectors();
    return steps.size() > 1
        && context.location().root() instanceof Root.This
        && steps.get(0) instanceof Selector.Field field
        && origins.assignments(field.symbol()).stream()
            .filter(write -> write.body() == context.top())
            .filter(write -> write.point().order() < context.at().order())
            .filter(write -> write.point().control() == null && write.point().loop() == null)
            .map(write -> write.written().paths())
            .anyMatch(made -> !made.isEmpty() && made.stream().allMatch(getters::isNew));
  }

  /** A task works on an object that it was given: others may have been given it, too. */
  private boolean isGiven(Context context) {
    return context.entry().filter(entry -> entry == EntryMode.PER_INSTANCE).isPresent()
        && context.location().owner().selectors().stream().anyMatch(this::isGiven);
  }

  private boolean isGiven(Selector step) {
    return step instanceof Selector.Field field
        && origins.of(field.symbol()) instanceof Origin.Injected;
  }

  /** Any thread may make an object that nobody here makes, though not a constant of an enum. */
  private static boolean isMaking(Context context) {
    return context.home() == Home.STATIC
        && (context.top().kind() == Body.Kind.CONSTRUCTOR
            || context.top().kind() == Body.Kind.INSTANCE_INITIALIZER)
        && (context.top().enclosingClass().flags() & Flags.ENUM) == 0;
  }

  /** {@code @GuardedBy} on a method: its callers hold the lock. */
  private boolean isCalledUnderLock(MethodSymbol method) {
    return method.getAnnotationMirrors().stream()
        .map(annotation -> annotation.type.tsym.getQualifiedName().toString())
        .anyMatch(
            type ->
                index
                    .library()
                    .annotation(type)
                    .filter(AnnotationMeaning.GUARDED_BY::equals)
                    .isPresent());
  }

  private static boolean isForTests(MethodSymbol method) {
    return method.getSimpleName().toString().endsWith("ForTesting")
        || ASTHelpers.hasDirectAnnotationWithSimpleName(method, "VisibleForTesting");
  }

  /** The program's start, and what a library supertype calls on its own object. */
  private boolean isCalledByOwner(MethodSymbol method) {
    return method.getSimpleName().contentEquals("main")
        || ((method.flags() & Flags.PROTECTED) != 0
            && ASTHelpers.findSuperMethods(method, index.types()).stream()
                .anyMatch(m -> !index.isDeclaredHere(m.enclClass())));
  }

  /** Threads may share a task object, though no thread object, that keeps its state in atomics. */
  private boolean isPrivate(EntryMode entry, Body body, LocationKind kind) {
    return entry != EntryMode.CONCURRENT
        && entry != EntryMode.POOLED
        && !(entry == EntryMode.PER_INSTANCE && kind == LocationKind.ATOMIC && !isOfThread(body));
  }

  private boolean isOfThread(Body body) {
    return index.types().closure(body.enclosingClass().type).stream()
        .anyMatch(type -> type.tsym.getQualifiedName().contentEquals("java.lang.Thread"));
  }
}
