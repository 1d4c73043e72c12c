package dev.interlock.analysis.compound;

import static java.lang.Boolean.TRUE;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.interlock.analysis.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * Marks that are left where something has failed, such as {@code catch (IOException e) {
 * closed.set(true); }}: the failure decides about them, and no look before it.
 */
final class FailureMarks {
  private FailureMarks() {}

  /** Returns whether a check was made before the attempt whose failure a write leaves a mark of. */
  static boolean is(Effect read, Effect write, Body body) {
    return isMark(write)
        && (isHandledApart(read, write, body)
            || (write.via().isPresent()
                && !write.via().equals(read.via())
                && isInHandler(write.access().point().tree(), null, write.access().body())));
  }

  /** Returns whether what is written is the same whoever writes it. */
  private static boolean isMark(Effect write) {
    return write.data().reads().isEmpty()
        && write.data().variables().isEmpty()
        && write.access().written().paths().isEmpty();
  }

  private static boolean isHandledApart(Effect read, Effect write, Body body) {
    return isInHandler(write.at().tree(), read.at().tree(), body);
  }

  /** Returns whether a handler of exceptions contains {@code inside}, but not {@code outside}. */
  private static boolean isInHandler(Tree inside, @Nullable Tree outside, Body body) {
    return TRUE.equals(
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitCatch(CatchTree handler, Void unused) {
            return (contains(handler, inside) && !contains(handler, outside))
                || TRUE.equals(super.visitCatch(handler, null));
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return TRUE.equals(one) || TRUE.equals(other);
          }
        }.scan(body.tree(), null));
  }

  private static boolean contains(Tree around, @Nullable Tree part) {
    return part != null
        && TRUE.equals(
            new TreeScanner<Boolean, Void>() {
              @Override
              public Boolean scan(@Nullable Tree tree, Void unused) {
                return tree == part || TRUE.equals(super.scan(tree, null));
              }

              @Override
              public Boolean reduce(Boolean one, Boolean other) {
                return TRUE.equals(one) || TRUE.equals(other);
              }
            }.scan(around, null));
  }
}
