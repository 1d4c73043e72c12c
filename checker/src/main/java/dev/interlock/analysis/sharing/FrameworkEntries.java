package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.library.AnnotationMeaning;
import dev.interlock.library.EntryMode;
import dev.interlock.library.LibraryModel;
import dev.interlock.library.TypeFlag;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which methods other code enters from threads of its own, by contract or by declaration. */
public final class FrameworkEntries {
  private static final ImmutableSet<String> THREADS =
      ImmutableSet.of("java.util.concurrent.Executor", "java.util.concurrent.ThreadFactory");

  private static final ImmutableSet<String> LIFECYCLE_PREFIXES =
      ImmutableSet.of(
          "start", "begin", "init", "open", "setUp", "setup", "launch", "boot", "main", "run");

  private static final ImmutableSet<String> ENDINGS =
      ImmutableSet.of("stop", "close", "shutdown", "destroy", "dispose", "cancel", "doClose");

  /** How an object is called while it does its work. */
  private static final ImmutableSet<EntryMode> AT_WORK =
      Sets.immutableEnumSet(EntryMode.CONCURRENT, EntryMode.SERIAL, EntryMode.OWN_THREAD);

  private final CompilationIndex index;
  private final CallGraph graph;
  private final LibraryModel library;
  private final Types types;
  private final KeptArguments kept;
  private final Map<MethodSymbol, Optional<EntryMode>> entries = new HashMap<>();
  private final Map<ClassSymbol, Boolean> confined = new HashMap<>();
  private final Map<Symbol, Set<AnnotationMeaning>> meanings = new HashMap<>();

  public FrameworkEntries(CompilationIndex index, CallGraph graph) {
    this.index = index;
    this.graph = graph;
    this.library = index.library();
    this.types = index.types();
    this.kept = new KeptArguments(index);
  }

  /** Returns how a framework enters {@code body}, if one does. */
  public Optional<EntryMode> of(Body body) {
    return body.method().flatMap(method -> entries.computeIfAbsent(method, this::find));
  }

  /** Returns whether a framework calls {@code body} when no other thread uses the object. */
  public boolean isEnteredOnce(Body body) {
    return of(body).filter(EntryMode.ONCE::equals).isPresent();
  }

  private Optional<EntryMode> find(MethodSymbol method) {
    Optional<EntryMode> mode = findMode(method);
    return isPooled(method, mode) ? Optional.of(EntryMode.POOLED) : mode;
  }

  /** The objects of a container that serve a request or a connection each are called at once. */
  private boolean isPooled(MethodSymbol method, Optional<EntryMode> mode) {
    if (mode.isPresent() ? !AT_WORK.contains(mode.get()) : !isCalledFromOutside(method)) {
      return false;
    }
    return areSeveral(method.enclClass());
  }

  private static Optional<Boolean> poolsInstances(Set<AnnotationMeaning> meanings) {
    if (meanings.contains(AnnotationMeaning.CONFINED_INSTANCE)) {
      return Optional.of(true);
    }
    if (meanings.contains(AnnotationMeaning.SHARED_INSTANCE)
        || meanings.contains(AnnotationMeaning.THREAD_SAFE)
        || meanings.contains(AnnotationMeaning.NOT_THREAD_SAFE)) {
      return Optional.of(false);
    }
    return meanings.contains(AnnotationMeaning.POOLED_INSTANCE)
        ? Optional.of(true)
        : Optional.empty();
  }

  private Optional<EntryMode> findMode(MethodSymbol method) {
    Set<AnnotationMeaning> onMethod = meanings(method);
    if (onMethod.contains(AnnotationMeaning.CONCURRENT_ENTRY)) {
      return Optional.of(EntryMode.CONCURRENT);
    }
    if (onMethod.contains(AnnotationMeaning.EXCLUSIVE_ENTRY)) {
      return Optional.empty();
    }
    if (onMethod.contains(AnnotationMeaning.SERIAL_ENTRY)) {
      return Optional.of(EntryMode.SERIAL);
    }
    if (onMethod.contains(AnnotationMeaning.OWN_THREAD_ENTRY)) {
      return Optional.of(EntryMode.OWN_THREAD);
    }
    if (onMethod.contains(AnnotationMeaning.THREAD_CONFINED)) {
      return Optional.of(EntryMode.EVENT_LOOP);
    }
    if (onMethod.contains(AnnotationMeaning.CALLED_ONCE)) {
      return Optional.empty();
    }
    Optional<EntryMode> modelled = library.entry(method, types);
    if (modelled.isPresent() && !isSharedByLoops(method, modelled.get())) {
      return modelled;
    }
    return isCalledFromOutside(method) ? ofShared(method) : modelled;
  }

  /** The loops of several connections may have one object. */
  private boolean isSharedByLoops(MethodSymbol method, EntryMode mode) {
    return mode == EntryMode.EVENT_LOOP
        && meanings(method.enclClass()).contains(AnnotationMeaning.SHAREABLE_INSTANCE);
  }

  private boolean isCalledFromOutside(MethodSymbol method) {
    return !method.isConstructor()
        && !method.isStatic()
        && !meanings(method).contains(AnnotationMeaning.CALLED_ONCE)
        && !isPartOfOthers(method);
  }

  /** What is not public and called here is done for its callers, under the locks that they hold. */
  private boolean isPartOfOthers(MethodSymbol method) {
    return method.isPrivate()
        || isForSubclasses(method, types)
        || ((method.flags() & Flags.PUBLIC) == 0
            && index.body(method).filter(body -> !graph.callers(body).isEmpty()).isPresent());
  }

  /**
   * Returns whether a method is for the methods of subclasses, which call it under the locks that
   * they hold: it is protected, and nobody calls it by a supertype.
   */
  public static boolean isForSubclasses(MethodSymbol method, Types types) {
    return (method.flags() & Flags.PROTECTED) != 0
        && ASTHelpers.findSuperMethods(method, types).isEmpty();
  }

  private Optional<EntryMode> ofShared(MethodSymbol method) {
    ClassSymbol type = method.enclClass();
    Set<AnnotationMeaning> meanings = meanings(type);
    boolean shared =
        meanings.contains(AnnotationMeaning.THREAD_SAFE)
            || meanings.contains(AnnotationMeaning.SHARED_INSTANCE)
            || meanings.contains(AnnotationMeaning.CONCURRENT_ENTRY)
            || (meanings.contains(AnnotationMeaning.SHAREABLE_INSTANCE) && !kept.isKeptBy(type))
            || (library.flags(type, types).contains(TypeFlag.SHARED_INSTANCE)
                && !isConfiguration(method));
    return shared && !meanings.contains(AnnotationMeaning.CONFINED_INSTANCE)
        ? Optional.of(EntryMode.CONCURRENT)
        : Optional.empty();
  }

  /** A container sets the properties of what it is about to put to use; nobody calls them later. */
  private boolean isConfiguration(MethodSymbol method) {
    String name = method.getSimpleName().toString();
    return startsWithWord(name, "set")
        && method.getParameters().size() == 1
        && method.getReturnType().hasTag(TypeTag.VOID)
        && ASTHelpers.findSuperMethods(method, types).isEmpty();
  }

  /** Returns whether instances of the class are declared not to be shared between threads. */
  public boolean isConfined(ClassSymbol type) {
    return confined.computeIfAbsent(type, this::findConfined);
  }

  /**
   * Returns whether a framework drives the instances of the class by one thread, which its own code
   * may leave for others.
   */
  public boolean isDriven(ClassSymbol type) {
    return isConfined(type)
        && library.flags(type, types).contains(TypeFlag.SERIAL_USE)
        && declaredUse(type).isEmpty();
  }

  private boolean findConfined(ClassSymbol type) {
    return declaredUse(type)
        .orElseGet(() -> library.flags(type, types).contains(TypeFlag.SERIAL_USE));
  }

  /** Returns whether the nearest annotation that tells says that instances are not shared. */
  private Optional<Boolean> declaredUse(ClassSymbol type) {
    return declared(type, FrameworkEntries::confinesInstances);
  }

  private static Optional<Boolean> confinesInstances(Set<AnnotationMeaning> meanings) {
    if (meanings.contains(AnnotationMeaning.THREAD_SAFE)) {
      return Optional.of(false);
    }
    return meanings.contains(AnnotationMeaning.NOT_THREAD_SAFE)
            || meanings.contains(AnnotationMeaning.THREAD_CONFINED)
            || meanings.contains(AnnotationMeaning.CONFINED_INSTANCE)
        ? Optional.of(true)
        : Optional.empty();
  }

  /** Returns what the annotations of the nearest type tell, of those that do tell. */
  private Optional<Boolean> declared(
      ClassSymbol type, Function<Set<AnnotationMeaning>, Optional<Boolean>> telling) {
    return types.closure(type.type).stream()
        .flatMap(supertype -> telling.apply(meanings(supertype.tsym)).stream())
        .findFirst();
  }

  /** Returns whether a framework has several instances of a class, which it calls at once. */
  public boolean areSeveral(ClassSymbol type) {
    return declared(type, FrameworkEntries::poolsInstances).orElse(false);
  }

  /** Returns whether {@code symbol} carries an annotation of this meaning. */
  public boolean has(Symbol symbol, AnnotationMeaning meaning) {
    return meanings(symbol).contains(meaning);
  }

  private Set<AnnotationMeaning> meanings(Symbol symbol) {
    return meanings.computeIfAbsent(symbol, this::findMeanings);
  }

  private Set<AnnotationMeaning> findMeanings(Symbol symbol) {
    if (symbol.getAnnotationMirrors().isEmpty()) {
      return Set.of();
    }
    Set<AnnotationMeaning> found = EnumSet.noneOf(AnnotationMeaning.class);
    for (Attribute.Compound annotation : symbol.getAnnotationMirrors()) {
      library.annotation(annotation).ifPresent(found::add);
    }
    return found;
  }

  /** Returns whether a method is called once in the life of its object, as its name may tell. */
  public boolean isOnceOnly(MethodSymbol method) {
    if (has(method, AnnotationMeaning.CALLED_ONCE)) {
      return true;
    }
    String name = method.getSimpleName().toString();
    if (isFactory(method)) {
      return false;
    }
    if (!name.startsWith("init")
        && !name.equals("main")
        && !method.getParameters().stream().allMatch(p -> isExecutor(p) || isSize(name, p))) {
      return false;
    }
    return LIFECYCLE_PREFIXES.stream().anyMatch(prefix -> startsWithWord(name, prefix));
  }

  /** {@code static Handle open()} begins the life of another object each time. */
  private boolean isFactory(MethodSymbol method) {
    return method.isStatic()
        && method.getReturnType().tsym instanceof ClassSymbol made
        && method.enclClass().isSubClass(made, types);
  }

  /** A method that is given threads to run on, and nothing to do, starts its object. */
  private boolean isExecutor(VarSymbol parameter) {
    return types.closure(types.erasure(parameter.type)).stream()
        .map(type -> type.tsym.getQualifiedName().toString())
        .anyMatch(THREADS::contains);
  }

  /** {@code start(port)} and {@code start(workers)} start an object as {@code start()} does. */
  private static boolean isSize(String method, VarSymbol parameter) {
    return method.equals("start") && parameter.type.isNumeric();
  }

  /** Returns whether a method by its name begins or ends the life of its object. */
  public static boolean isLifeCycle(MethodSymbol method) {
    String name = method.getSimpleName().toString();
    return Stream.concat(LIFECYCLE_PREFIXES.stream(), ENDINGS.stream())
        .anyMatch(prefix -> startsWithWord(name, prefix));
  }

  /** Returns whether a method by its name puts its object to use. */
  static boolean isBeginning(MethodSymbol method) {
    String name = method.getSimpleName().toString();
    return LIFECYCLE_PREFIXES.stream().anyMatch(prefix -> startsWithWord(name, prefix));
  }

  private static boolean startsWithWord(String name, String prefix) {
    return name.startsWith(prefix)
        && (name.length() == prefix.length()
            || !Character.isLowerCase(name.charAt(prefix.length()))
            || prefix.equals("init"));
  }
}
