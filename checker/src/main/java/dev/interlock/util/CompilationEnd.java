package dev.interlock.util;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.MultiTaskListener;
import com.sun.tools.javac.util.Context;

/**
 * The moment when javac has done all that it does with the sources of a compilation, be it with
 * errors or without. Its list of diagnostics has been told by then, but more can be added.
 */
public final class CompilationEnd {
  private CompilationEnd() {}

  /** Has something done at the end of the compilation that {@code context} belongs to. */
  public static void then(Context context, Runnable action) {
    MultiTaskListener.instance(context)
        .add(
            new TaskListener() {
              @Override
              public void finished(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.COMPILATION) {
                  action.run();
                }
              }
            });
  }
}
