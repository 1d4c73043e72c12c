package dev.interlock.analysis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Kinds;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.CompileStates;
import com.sun.tools.javac.comp.CompileStates.CompileState;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.util.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A top-level class that javac has attributed: its tree carries symbols and types.
 *
 * @param tree the class
 * @param unit the file that it stands in
 */
record AttributedClass(ClassTree tree, CompilationUnitTree unit) {

  /**
   * Returns the top-level classes with source in the compilation that are attributed by now, by
   * name: those in files that are {@code wanted}.
   */
  static List<AttributedClass> all(Context context, Predicate<CompilationUnitTree> wanted) {
    Enter enter = Enter.instance(context);
    CompileStates states = CompileStates.instance(context);
    List<ClassSymbol> symbols = new ArrayList<>();
    for (ClassSymbol symbol : Symtab.instance(context).getAllClasses()) {
      if (symbol.owner != null && symbol.owner.kind == Kinds.Kind.PCK) {
        symbols.add(symbol);
      }
    }
    List<AttributedClass> classes = new ArrayList<>();
    for (ClassSymbol symbol : symbols) {
      Env<AttrContext> env = enter.getEnv(symbol);
      if (env != null
          && env.tree instanceof JCClassDecl tree
          && states.isDone(env, CompileState.ATTR)
          && wanted.test(env.toplevel)) {
        classes.add(new AttributedClass(tree, env.toplevel));
      }
    }
    classes.sort(Comparator.comparing(c -> ((JCClassDecl) c.tree()).sym.flatname.toString()));
    return classes;
  }
}
