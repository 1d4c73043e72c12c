package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.util.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which methods wait for other threads, for time to pass or for another machine. What a method that
 * is compiled along does is known; overriding it may change that, which is not looked for.
 */
final class BlockingMethods {
  private static final Context.Key<BlockingMethods> KEY = new Context.Key<>();

  /** Methods of the platform that wait for a lock, which others hold for short. */
  private static final ImmutableSet<String> LOCKING = ImmutableSet.of("lock", "lockInterruptibly");

  private static final ImmutableSet<String> WAITING =
      ImmutableSet.of(
          "acquire",
          "acquireUninterruptibly",
          "await",
          "awaitNanos",
          "awaitQuiescence",
          "awaitTermination",
          "awaitUninterruptibly",
          "awaitUntil",
          "exchange",
          "invokeAll",
          "invokeAny",
          "join",
          "parallel",
          "parallelStream",
          "park",
          "parkNanos",
          "sleep",
          "take",
          "transfer",
          "wait");

  /** Those whose objects talk to other machines, by what their names begin with. */
  private static final ImmutableSet<String> REMOTE =
      ImmutableSet.of(
          "java.net.DatagramSocket",
          "java.net.HttpURLConnection",
          "java.net.ServerSocket",
          "java.net.Socket.",
          "java.net.URLConnection",
          "java.net.http.HttpClient",
          "java.nio.channels.",
          "java.rmi.",
          "java.sql.",
          "javax.naming.",
          "javax.sql.");

  private final JavacTrees trees;
  private final Map<MethodSymbol, Boolean> known = new HashMap<>();

  private BlockingMethods(Context context) {
    this.trees = JavacTrees.instance(context);
  }

  static BlockingMethods instance(Context context) {
    BlockingMethods instance = context.get(KEY);
    if (instance == null) {
      instance = new BlockingMethods(context);
      context.put(KEY, instance);
    }
    return instance;
  }

  /** Returns whether a method of the platform waits, be it for a lock. */
  static boolean isWaiting(MethodSymbol method) {
    return waits(method)
        || (isOfPlatform(method) && LOCKING.contains(method.getSimpleName().toString()));
  }

  /** Returns whether a call of the method may wait, in what it calls as well. */
  boolean mayWait(MethodSymbol method) {
    Boolean result = known.get(method);
    if (result == null) {
      Set<MethodSymbol> reached = new HashSet<>();
      result = reachesWait(method, reached);
      if (!result) {
        reached.forEach(other -> known.put(other, false));
      }
      known.put(method, result);
    }
    return result;
  }

  private boolean reachesWait(MethodSymbol from, Set<MethodSymbol> reached) {
    Deque<MethodSymbol> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      MethodSymbol method = open.remove();
      if (waits(method) || known.getOrDefault(method, false)) {
        return true;
      }
      if (!known.containsKey(method) && reached.add(method)) {
        MethodTree source = trees.getTree(method);
        if (source != null && source.getBody() != null) {
          new Callees(open).scan(source.getBody(), null);
        }
      }
    }
    return false;
  }

  private static boolean waits(MethodSymbol method) {
    if (!isOfPlatform(method)) {
      return false;
    }
    String name = method.getSimpleName().toString();
    String owner = method.owner.getQualifiedName().toString();
    return WAITING.contains(name)
        || (name.equals("get") && (owner.endsWith("Future") || owner.endsWith("ForkJoinTask")))
        || (name.equals("put") && owner.endsWith("Queue"))
        || REMOTE.stream().anyMatch((owner + ".")::startsWith);
  }

  private static boolean isOfPlatform(MethodSymbol method) {
    String owner = method.owner.getQualifiedName().toString();
    return (owner.startsWith("java.") && !owner.equals("java.lang.String"))
        || owner.startsWith("javax.");
  }

  /** Collects what runs when the code does, the bodies of lambdas and classes left out. */
  private static final class Callees extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Deque<MethodSymbol> found;

    Callees(Deque<MethodSymbol> found) {
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      found.add(ASTHelpers.getSymbol(tree));
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
      found.add(ASTHelpers.getSymbol(tree));
      scan(tree.getArguments(), null);
      return scan((Tree) tree.getEnclosingExpression(), null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      return null;
    }
  }
}
