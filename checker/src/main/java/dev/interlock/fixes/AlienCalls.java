package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.util.Backports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds alien methods: code that the author of a critical section does not control, and which may
 * take long, take other locks or call back (Bloch, Effective Java, item 79).
 */
final class AlienCalls {
  private static final ImmutableSet<String> QUICK_PACKAGES =
      ImmutableSet.of(
          "java.lang",
          "java.math",
          "java.text",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.util.regex");

  /** Methods of the platform's interfaces that stand for whatever code was handed over. */
  private static final ImmutableSet<String> HANDLERS = ImmutableSet.of("call", "close", "run");

  private static final ImmutableSet<String> EXECUTORS =
      ImmutableSet.of(
          "java.util.concurrent.Executor",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.ScheduledExecutorService");

  private final SourceFile file;
  private final Set<MethodSymbol> seen = new HashSet<>();

  private AlienCalls(SourceFile file) {
    this.file = file;
  }

  /** Returns whether running {@code tree} calls an alien method, as far as the sources tell. */
  static boolean in(SourceFile file, Tree tree) {
    return new AlienCalls(file).isIn(tree);
  }

  /** Returns the calls of alien methods that running {@code tree} makes, outermost first. */
  static List<Tree> of(SourceFile file, Tree tree) {
    List<Tree> tasks = tasksIn(tree);
    return Expressions.findAll(tree, call -> new AlienCalls(file).isAlien(call)).stream()
        .filter(call -> tasks.stream().noneMatch(t -> Expressions.contains(t, x -> x == call)))
        .toList();
  }

  /** Returns the functions that other threads run, if not later. */
  private static List<Tree> tasksIn(Tree tree) {
    return Expressions.findAll(tree, AlienCalls::isHandOver).stream()
        .flatMap(call -> ((MethodInvocationTree) call).getArguments().stream())
        .filter(LambdaExpressionTree.class::isInstance)
        .map(Tree.class::cast)
        .toList();
  }

  private static boolean isHandOver(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && EXECUTORS.contains(ASTHelpers.getSymbol(call).owner.getQualifiedName().toString());
  }

  /**
   * Refuses a statement that calls alien methods again and again, so that nothing tells for how
   * long it would hold a lock.
   *
   * @param outside parts of the statement that run before the lock is taken
   */
  static void refuseRepeated(SourceFile file, Tree statement, Set<Tree> outside) {
    for (Tree loop : Expressions.findAll(statement, AlienCalls::isLoop)) {
      boolean isAlien =
          of(file, loop).stream()
              .anyMatch(
                  call ->
                      !isPrinting(call)
                          && outside.stream()
                              .noneMatch(o -> Expressions.contains(o, tree -> tree == call)));
      Refusal.unless(!isAlien, "alien methods would be called in a loop under the lock");
    }
  }

  private static boolean isLoop(Tree tree) {
    return switch (tree.getKind()) {
      case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> true;
      default -> false;
    };
  }

  static boolean isPrinting(Tree call) {
    Symbol method = ASTHelpers.getSymbol(call);
    return method != null && method.owner.getQualifiedName().contentEquals("java.io.PrintStream");
  }

  private boolean isIn(Tree tree) {
    return Expressions.contains(tree, this::isAlien);
  }

  private boolean isAlien(Tree tree) {
    if (tree instanceof NewClassTree made) {
      return isAlien(ASTHelpers.getSymbol(made), made.getArguments());
    }
    return tree instanceof MethodInvocationTree call
        && isAlien(ASTHelpers.getSymbol(call), call.getArguments());
  }

  private boolean isAlien(@Nullable MethodSymbol method, List<? extends ExpressionTree> arguments) {
    if (method == null || !seen.add(method)) {
      return method == null;
    }
    if ((method.owner.flags() & Flags.RECORD) != 0
        && (method.flags() & Flags.GENERATED_MEMBER) != 0) {
      return false;
    }
    MethodTree source = JavacTrees.instance(file.state().context).getTree(method);
    if (source != null && source.getBody() != null && !isOverridable(method)) {
      return isIn(source.getBody());
    }
    if (source == null && method.isConstructor() && arguments.isEmpty()) {
      return false;
    }
    if (method.isAbstract() && HANDLERS.contains(method.getSimpleName().toString())) {
      return true;
    }
    String owner = Backports.enclosingPackage(method).getQualifiedName().toString();
    return !QUICK_PACKAGES.contains(owner)
        || IntStream.range(0, arguments.size())
            .anyMatch(i -> !isAnyObject(method, i) && isForeignFunction(arguments.get(i)));
  }

  /** What takes any object, as {@code list.add(listener)} does, does not run it. */
  private static boolean isAnyObject(MethodSymbol method, int argument) {
    List<Type> parameters = method.type.getParameterTypes();
    return argument < parameters.size()
        && (parameters.get(argument).getTag() == TypeTag.TYPEVAR
            || parameters.get(argument).tsym.getQualifiedName().contentEquals("java.lang.Object"));
  }

  private static boolean isOverridable(MethodSymbol method) {
    return method.isAbstract() || method.isDefault();
  }

  /** Returns whether an argument is code from elsewhere that the called method may run. */
  private boolean isForeignFunction(ExpressionTree argument) {
    Type type = ASTHelpers.getType(argument);
    return !(argument instanceof LambdaExpressionTree)
        && !(argument instanceof MemberReferenceTree)
        && type != null
        && file.types().isFunctionalInterface(type.tsym)
        && (type.tsym.getSimpleName().contentEquals("Runnable")
            || !Backports.enclosingPackage(type.tsym)
                .getQualifiedName()
                .contentEquals("java.lang"));
  }
}
