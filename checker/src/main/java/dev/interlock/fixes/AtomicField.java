package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.fixes.CellAccess.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A plain variable becomes an atomic one, and all of its uses go with it. */
record AtomicField() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    VarSymbol variable = subject.variable();
    Refusal.unless(
        subject.findings().stream().map(Finding::location).allMatch(AtomicField::isPlain),
        "not a plain variable");
    Migration.check(file, variable);
    Migration.checkNotCloned(file, variable);
    VariableTree declaration = Migration.declaration(file, variable);
    Refusal.unless(
        variable.getKind().isField() || declaration.getInitializer() != null, "a parameter");
    Shape shape = shapeOf(file, variable, declaration);
    Type valueType =
        shape == Shape.VARIABLE ? variable.type : ((Type.ArrayType) variable.type).elemtype;
    CellType type =
        CellType.of(valueType).orElseThrow(() -> new Refusal("no atomic variable of this type"));
    Refusal.unless(
        shape != Shape.ARRAY || type != CellType.BOOLEAN, "no atomic array of this type");
    Refusal.unless(
        !isFilled(file, variable) && subject.findings().stream().noneMatch(Finding::losesContent),
        "what is in the object changes, too");

    Edits edits = new Edits(file);
    List<TreePath> uses = new ArrayList<>(file.usesOf(variable));
    AtomicDeclaration target = new AtomicDeclaration(file, edits, declaration, type, shape);
    target.rewrite(takeInitialization(file, variable, declaration, uses, target, shape));
    Set<Tree> settled = new HashSet<>();
    ImmutableSet<Tree> wanted = subject.wanted();
    AtomicOperation.byContainer(uses)
        .asMap()
        .forEach(
            (code, inside) -> {
              List<CellAccess> accesses =
                  inside.stream().map(use -> CellAccess.of(use, shape)).toList();
              AtomicRewrite rewrite = AtomicRewrite.in(file, edits, type, code);
              settled.addAll(
                  new AtomicUpdates(file, edits, rewrite, shape, accesses).apply(wanted));
            });
    subject.checkSettled(settled);
    SectionsInUse.refuseResets(file, variable, settled);
    return Patch.lockFree(
        "Make '" + variable.name + "' an " + target.atomicClass(), subjects, edits);
  }

  static boolean isPlain(LocationKind kind) {
    return kind == LocationKind.PLAIN || kind == LocationKind.VOLATILE;
  }

  /** Who swaps a collection that others fill does not see what they put into the old one. */
  private static boolean isFilled(SourceFile file, VarSymbol variable) {
    return Ownership.isContainer(file, variable.type)
        && file.usesOf(variable).stream()
            .anyMatch(use -> Escapes.isCallOn(use) && !Escapes.isLook(use));
  }

  private static Shape shapeOf(SourceFile file, VarSymbol variable, VariableTree declaration) {
    if (!(variable.type instanceof Type.ArrayType array)) {
      Refusal.unless(variable.getKind().isField(), "a local variable");
      return Shape.VARIABLE;
    }
    Refusal.unless(!(array.elemtype instanceof Type.ArrayType), "an array of arrays");
    boolean single =
        declaration.getInitializer() instanceof NewArrayTree made
            && (isOne(made.getDimensions())
                || (made.getInitializers() != null && made.getInitializers().size() == 1));
    return single && file.usesOf(variable).stream().allMatch(AtomicField::isFirstElement)
        ? Shape.HOLDER
        : Shape.ARRAY;
  }

  private static boolean isOne(List<? extends ExpressionTree> dimensions) {
    return dimensions.size() == 1
        && dimensions.get(0) instanceof LiteralTree size
        && Integer.valueOf(1).equals(size.getValue());
  }

  private static boolean isFirstElement(TreePath use) {
    return use.getParentPath().getLeaf() instanceof com.sun.source.tree.ArrayAccessTree element
        && element.getIndex() instanceof LiteralTree index
        && Integer.valueOf(0).equals(index.getValue());
  }

  /**
   * Turns the assignments by which each constructor initialises the field; returns whether there
   * are such, so that the declaration needs no initial value.
   */
  private static boolean takeInitialization(
      SourceFile file,
      VarSymbol variable,
      VariableTree declaration,
      List<TreePath> uses,
      AtomicDeclaration target,
      Shape shape) {
    if (declaration.getInitializer() != null || variable.isStatic()) {
      Refusal.unless(shape == Shape.VARIABLE || declaration.getInitializer() != null, "no array");
      return false;
    }
    List<TreePath> initial = new ArrayList<>();
    for (MethodTree constructor : constructors(file, variable)) {
      List<TreePath> inside = uses.stream().filter(use -> isInside(use, constructor)).toList();
      if (delegates(constructor)) {
        Refusal.unless(shape == Shape.VARIABLE || inside.isEmpty(), "the array is replaced");
        continue;
      }
      boolean plain = inside.size() == 1 && isTopLevelAssignment(inside.get(0), constructor);
      if (!plain) {
        Refusal.unless(shape == Shape.VARIABLE, "the array is not made in the constructor");
        return false;
      }
      initial.add(inside.get(0));
    }
    for (TreePath use : initial) {
      target.initialize((AssignmentTree) use.getParentPath().getLeaf());
      uses.remove(use);
    }
    return !initial.isEmpty();
  }

  private static List<MethodTree> constructors(SourceFile file, VarSymbol variable) {
    ClassTree owner = file.classOf(variable.enclClass()).orElseThrow(() -> new Refusal("no class"));
    List<MethodTree> found = new ArrayList<>();
    for (Tree member : owner.getMembers()) {
      if (member instanceof MethodTree method
          && method.getReturnType() == null
          && file.declarationOf(ASTHelpers.getSymbol(method)).isPresent()) {
        found.add(method);
      }
    }
    return found;
  }

  private static boolean isInside(TreePath use, Tree tree) {
    for (TreePath at = use; at != null; at = at.getParentPath()) {
      if (at.getLeaf() == tree) {
        return true;
      }
    }
    return false;
  }

  private static boolean delegates(MethodTree constructor) {
    List<? extends StatementTree> body = constructor.getBody().getStatements();
    return !body.isEmpty()
        && body.get(0) instanceof ExpressionStatementTree first
        && first.getExpression() instanceof com.sun.source.tree.MethodInvocationTree call
        && call.getMethodSelect().toString().equals("this");
  }

  private static boolean isTopLevelAssignment(TreePath use, MethodTree constructor) {
    TreePath statement = use.getParentPath().getParentPath();
    return use.getParentPath().getLeaf() instanceof AssignmentTree write
        && write.getVariable() == use.getLeaf()
        && statement.getLeaf() instanceof ExpressionStatementTree
        && statement.getParentPath().getLeaf() == constructor.getBody();
  }
}
