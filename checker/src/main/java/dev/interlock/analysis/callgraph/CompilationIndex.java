package dev.interlock.analysis.callgraph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.library.LibraryModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All bodies of a compilation, and the look-ups among them that every later stage needs. */
public final class CompilationIndex {
  private final ImmutableList<Body> bodies;
  private final Types types;
  private final Casts casts;
  private final LibraryModel library;
  private final ImmutableMap<MethodSymbol, Body> byMethod;
  private final ImmutableListMultimap<ClassSymbol, Body> byClass;
  private final ImmutableListMultimap<VarSymbol, Access> byVariable;
  private final ImmutableListMultimap<TypeSymbol, Allocation> byAllocatedType;
  private final ImmutableListMultimap<TypeSymbol, ClassSymbol> subclasses;
  private final ImmutableSet<ClassSymbol> declared;
  private final Map<MethodSymbol, ImmutableList<Body>> virtualTargets = new HashMap<>();
  private final Map<TypeSymbol, ImmutableList<Body>> initializers = new HashMap<>();

  /**
   * @param declared all classes and interfaces of the compilation
   */
  public CompilationIndex(
      ImmutableList<Body> bodies,
      ImmutableSet<ClassSymbol> declared,
      LibraryModel library,
      Types types) {
    this.bodies = bodies;
    this.types = types;
    this.casts = new Casts(types);
    this.library = library;
    Map<MethodSymbol, Body> methods = new LinkedHashMap<>();
    ImmutableListMultimap.Builder<ClassSymbol, Body> classes = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<VarSymbol, Access> accesses = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<TypeSymbol, Allocation> allocations =
        ImmutableListMultimap.builder();
    for (Body body : bodies) {
      body.method().ifPresent(method -> methods.put(method, body));
      classes.put(body.enclosingClass(), body);
      for (Access access : body.accesses()) {
        variableOf(access).ifPresent(variable -> accesses.put(variable, access));
      }
      for (Call call : body.calls()) {
        call.allocation().ifPresent(made -> allocations.put(made.type().tsym, made));
      }
    }
    this.byMethod = ImmutableMap.copyOf(methods);
    this.byClass = classes.build();
    this.byVariable = accesses.build();
    this.byAllocatedType = allocations.build();
    this.declared = declared;
    this.subclasses = subclassesOf(declared);
  }

  private ImmutableListMultimap<TypeSymbol, ClassSymbol> subclassesOf(Set<ClassSymbol> declared) {
    ImmutableListMultimap.Builder<TypeSymbol, ClassSymbol> all = ImmutableListMultimap.builder();
    for (ClassSymbol type : declared) {
      for (Type supertype : types.closure(type.type)) {
        if (supertype.tsym != type) {
          all.put(supertype.tsym, type);
        }
      }
    }
    return all.build();
  }

  /** Returns the variable that an access is filed under: a field, or a captured local variable. */
  public static Optional<VarSymbol> variableOf(Access access) {
    return access.location().variable().or(() -> freshVariable(access));
  }

  private static Optional<VarSymbol> freshVariable(Access access) {
    return access.location().root() instanceof Root.Fresh fresh
        ? fresh.allocation().variable()
        : Optional.empty();
  }

  public ImmutableList<Body> bodies() {
    return bodies;
  }

  /** Returns all classes and interfaces with source in the compilation. */
  public ImmutableSet<ClassSymbol> declaredTypes() {
    return declared;
  }

  public Types types() {
    return types;
  }

  /** Returns what is known of casts between types. */
  Casts casts() {
    return casts;
  }

  public LibraryModel library() {
    return library;
  }

  /** Returns the body of a method of this compilation. */
  public Optional<Body> body(MethodSymbol method) {
    return Optional.ofNullable(byMethod.get(method));
  }

  /** Returns the bodies that run on instances of exactly this class, lambdas included. */
  public ImmutableList<Body> bodiesOf(ClassSymbol type) {
    return byClass.get(type);
  }

  /** Returns the accesses of the field or captured variable, of its elements and of its content. */
  public ImmutableList<Access> accessesOf(VarSymbol variable) {
    return byVariable.get(variable);
  }

  /** Returns the fields and captured variables that anything accesses. */
  public Set<VarSymbol> variables() {
    return byVariable.keySet();
  }

  /** Returns the places that make objects of exactly this type. */
  public ImmutableList<Allocation> allocationsOf(TypeSymbol type) {
    return byAllocatedType.get(type);
  }

  /** Returns the places that make an object of a class or of one that extends it. */
  public ImmutableList<Allocation> makersOf(ClassSymbol type) {
    return Stream.concat(Stream.of(type), subclassesOf(type).stream())
        .flatMap(made -> allocationsOf(made).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the initialisers that run when an object is made. */
  public ImmutableList<Body> initializersOf(Allocation made) {
    return initializers.computeIfAbsent(made.type().tsym, type -> findInitializers(made));
  }

  private ImmutableList<Body> findInitializers(Allocation made) {
    return types.closure(made.type()).stream()
        .filter(type -> type.tsym instanceof ClassSymbol)
        .flatMap(type -> bodiesOf((ClassSymbol) type.tsym).stream())
        .filter(body -> body.kind() == Body.Kind.INSTANCE_INITIALIZER)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the classes of this compilation that extend or implement {@code type}. */
  public ImmutableList<ClassSymbol> subclassesOf(TypeSymbol type) {
    return subclasses.get(type);
  }

  /** Returns the bodies that may run when {@code call} is made: the method, or its overrides. */
  public ImmutableList<Body> targets(Call call) {
    MethodSymbol method = call.method();
    if (!call.isVirtual()) {
      return body(method).map(ImmutableList::of).orElse(ImmutableList.of());
    }
    ImmutableList<Body> known = virtualTargets.get(method);
    if (known == null) {
      known = virtualTargets(method);
      virtualTargets.put(method, known);
    }
    return known;
  }

  private ImmutableList<Body> virtualTargets(MethodSymbol method) {
    Optional<Body> named = body(method);
    if (named.isEmpty() && !isDeclaredHere(method.enclClass())) {
      return ImmutableList.of();
    }
    Set<Body> targets = new LinkedHashSet<>();
    named.ifPresent(targets::add);
    for (ClassSymbol subclass : subclassesOf(method.enclClass())) {
      implementation(method, subclass).ifPresent(targets::add);
    }
    return ImmutableList.copyOf(targets);
  }

  /** Returns the methods by which a library calls the listeners of one of its own interfaces. */
  public Stream<MethodSymbol> callbacks(TypeSymbol type) {
    return type.isInterface() && type instanceof ClassSymbol listener && !isDeclaredHere(listener)
        ? ASTHelpers.getEnclosedElements(listener).stream()
            .filter(MethodSymbol.class::isInstance)
            .map(MethodSymbol.class::cast)
            .filter(method -> library.entry(method, types).isPresent())
        : Stream.empty();
  }

  /**
   * Returns the body that runs when {@code method} is called on an object of class {@code type}.
   */
  public Optional<Body> implementation(MethodSymbol method, ClassSymbol type) {
    MethodSymbol found = method.implementation(type, types, true);
    return found == null ? Optional.empty() : body(found);
  }

  /** Returns whether the class or interface has source in this compilation. */
  public boolean isDeclaredHere(TypeSymbol type) {
    return declared.contains(type);
  }
}
