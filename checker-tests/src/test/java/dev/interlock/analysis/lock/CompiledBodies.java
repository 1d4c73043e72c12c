package dev.interlock.analysis.lock;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.util.Context;
import java.net.URI;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** Class members, compiled in a class that has some locks and fields to use. */
record CompiledBodies(CompilationUnitTree unit, Context context, ImmutableList<String> lines) {
  private static final String HEADER =
      """
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import java.util.concurrent.locks.*;

      class Test {
        static final int IDLE = 0;
        static final int RUNNING = 1;
        static final long NONE = 0L;
        final ReentrantLock lock = new ReentrantLock();
        final ReentrantLock other = new ReentrantLock();
        final Condition lockChanged = lock.newCondition();
        final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
        final StampedLock stamped = new StampedLock();
        final AtomicInteger phase = new AtomicInteger();
        int count;
        int[] counts = new int[3];
        String text = "";
        boolean flag;

        boolean test() {
          return flag;
        }

        void run() {}

        void risky() throws Exception {}

        static final class Guard implements AutoCloseable {
          @Override
          public void close() {}
        }

        Guard guard() {
          return new Guard();
        }
      """;

  /** Compiles {@code members}, without any error. */
  static CompiledBodies compile(String members) {
    return read(members, /* attribute= */ true);
  }

  /** Only parses {@code members}. */
  static CompiledBodies parse(String members) {
    return read(members, /* attribute= */ false);
  }

  private static CompiledBodies read(String members, boolean attribute) {
    String source = HEADER + members + "}\n";
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    BasicJavacTask task =
        (BasicJavacTask)
            JavacTool.create()
                .getTask(
                    null,
                    null,
                    diagnostics,
                    ImmutableList.of("-proc:none"),
                    null,
                    ImmutableList.of(new SourceText(source)));
    CompilationUnitTree unit = Iterables.getOnlyElement(task.parse());
    if (attribute) {
      task.analyze();
    }
    assertThat(diagnostics.getDiagnostics()).isEmpty();
    return new CompiledBodies(unit, task.getContext(), source.lines().collect(toImmutableList()));
  }

  /** Returns the methods, lambdas, initialiser blocks and initialised fields. */
  ImmutableList<TreePath> bodies() {
    ImmutableList.Builder<TreePath> bodies = ImmutableList.builder();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        bodies.add(getCurrentPath());
        return super.visitMethod(tree, null);
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree tree, @Nullable Void unused) {
        bodies.add(getCurrentPath());
        return super.visitLambdaExpression(tree, null);
      }

      @Override
      public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
          bodies.add(getCurrentPath());
        }
        return super.visitBlock(tree, null);
      }

      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree
            && tree.getInitializer() != null) {
          bodies.add(getCurrentPath());
        }
        return super.visitVariable(tree, null);
      }
    }.scan(unit, null);
    return bodies.build();
  }

  /** Returns the body of the method called {@code name}. */
  TreePath method(String name) {
    return Iterables.getOnlyElement(
        Iterables.filter(
            bodies(),
            path ->
                path.getLeaf() instanceof MethodTree method
                    && method.getName().contentEquals(name)));
  }

  /** Analyses one body, with failures told to the caller. */
  HeldLocks analyze(TreePath body, List<Throwable> failures) {
    return ExplicitLockAnalysis.analyze(
        body.getLeaf(), LockOperations.of(body.getLeaf()), context, failures::add);
  }

  private static final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String text) {
      super(URI.create("string:///Test.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
