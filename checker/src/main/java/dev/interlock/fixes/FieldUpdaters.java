package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;

/** Updaters and handles: objects that change a field in one step, past any lock. */
final class FieldUpdaters {
  private static final ImmutableSet<String> FACTORIES =
      ImmutableSet.of("findStaticVarHandle", "findVarHandle", "newUpdater");

  private static final String HANDLE = "java.lang.invoke.VarHandle";

  private FieldUpdaters() {}

  /** Returns whether an updater or a handle changes the field. */
  static boolean existFor(SourceFile file, VarSymbol field) {
    return !calls(file, field).isEmpty();
  }

  /** Returns the variables that hold the updaters and handles of the field. */
  static ImmutableList<VarSymbol> of(SourceFile file, VarSymbol field) {
    ImmutableList.Builder<VarSymbol> updaters = ImmutableList.builder();
    for (Tree call : calls(file, field)) {
      Tree parent = Expressions.parentOf(file.path(call)).getLeaf();
      Tree target = parent instanceof AssignmentTree write ? write.getVariable() : parent;
      boolean isVariable = parent instanceof AssignmentTree || parent instanceof VariableTree;
      if (isVariable && ASTHelpers.getSymbol(target) instanceof VarSymbol updater) {
        updaters.add(updater);
      }
    }
    return updaters.build();
  }

  /** Returns whether a variable of the type is an updater or a handle. */
  static boolean isType(Type type) {
    String name = type.tsym.getQualifiedName().toString();
    return isHandle(type)
        || (name.startsWith("java.util.concurrent.atomic.") && name.endsWith("FieldUpdater"));
  }

  static boolean isHandle(Type type) {
    return type.tsym.getQualifiedName().contentEquals(HANDLE);
  }

  private static ImmutableList<Tree> calls(SourceFile file, VarSymbol field) {
    return ImmutableList.copyOf(
        Expressions.find(
            file.unit(),
            t ->
                t instanceof MethodInvocationTree call
                    && FACTORIES.contains(ASTHelpers.getSymbol(call).getSimpleName().toString())
                    && call.getArguments().stream()
                        .anyMatch(a -> field.name.toString().equals(ASTHelpers.constValue(a)))));
  }
}
