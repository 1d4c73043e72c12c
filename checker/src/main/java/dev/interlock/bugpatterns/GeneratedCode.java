package dev.interlock.bugpatterns;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;

/** Code that no person wrote, nor can mend: it is never reported. */
final class GeneratedCode {
  private GeneratedCode() {}

  /**
   * Returns whether a class or method around the path is marked as generated, by an annotation
   * named {@code Generated} of any package, such as those of the JDK, Lombok and Protocol Buffers.
   */
  static boolean contains(TreePath path) {
    for (Tree tree : path) {
      if (tree instanceof ClassTree type && isGenerated(type.getModifiers())) {
        return true;
      }
      if (tree instanceof MethodTree method && isGenerated(method.getModifiers())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGenerated(ModifiersTree modifiers) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      Symbol type = ASTHelpers.getSymbol(annotation.getAnnotationType());
      if (type != null && type.getSimpleName().contentEquals("Generated")) {
        return true;
      }
    }
    return false;
  }
}
