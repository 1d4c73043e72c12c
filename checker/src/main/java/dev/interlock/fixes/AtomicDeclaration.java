package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.interlock.fixes.CellAccess.Shape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The declaration of a variable that becomes atomic, and the assignments that initialise it. */
final class AtomicDeclaration {
  private final SourceFile file;
  private final Edits edits;
  private final VariableTree tree;
  private final CellType type;
  private final Shape shape;

  AtomicDeclaration(SourceFile file, Edits edits, VariableTree tree, CellType type, Shape shape) {
    this.file = file;
    this.edits = edits;
    this.tree = tree;
    this.type = type;
    this.shape = shape;
  }

  String atomicClass() {
    return shape == Shape.ARRAY ? type.arrayClass() : type.atomicClass();
  }

  /** Rewrites the declaration; without an initial value if the constructors give one. */
  void rewrite(boolean initializedLater) {
    edits.addImport(CellType.qualified(atomicClass()));
    boolean isField = ASTHelpers.getSymbol(tree).getKind().isField();
    Tree typeTree = tree.getType();
    boolean inferred = file.end(typeTree) < 0 || file.text(tree.getType()).equals("var");
    if (isField) {
      Migration.makeFinal(file, edits, tree);
    }
    if (!inferred) {
      edits.replace(typeTree, atomicClass() + typeArguments());
    }
    ExpressionTree initializer = tree.getInitializer();
    if (initializer != null) {
      edits.replace(initializer, made(initializer, inferred));
    } else if (!initializedLater) {
      int name = Migration.nameEnd(file, tree);
      edits.insert(name, " = new " + atomicClass() + diamond() + "()");
    }
  }

  /** {@code this.x = e} becomes {@code this.x = new AtomicInteger(e)}. */
  void initialize(AssignmentTree assignment) {
    ExpressionTree value = assignment.getExpression();
    if (shape == Shape.VARIABLE) {
      edits.insert(file.start(value), "new " + atomicClass() + diamond() + "(");
      edits.insert(file.end(value), ")");
    } else {
      edits.replace(value, made(value, false));
    }
  }

  private String made(ExpressionTree value, boolean inferred) {
    String arguments =
        switch (shape) {
          case HOLDER -> holderArgument((NewArrayTree) value);
          case ARRAY -> arrayArgument(value);
          default -> file.text(value).equals(type.defaultValue()) ? "" : file.text(value);
        };
    String generic = inferred ? typeArguments() : diamond();
    return "new " + atomicClass() + generic + "(" + arguments + ")";
  }

  private String holderArgument(NewArrayTree array) {
    List<? extends ExpressionTree> values = array.getInitializers();
    if (values == null) {
      return "";
    }
    String text = file.text(values.get(0));
    return text.equals(type.defaultValue()) ? "" : text;
  }

  private String arrayArgument(ExpressionTree value) {
    Refusal.unless(value instanceof NewArrayTree, "the array is known elsewhere");
    NewArrayTree array = (NewArrayTree) value;
    if (array.getInitializers() == null) {
      return file.text(array.getDimensions().get(0));
    }
    String text = file.text(array);
    return text.startsWith("{") ? "new " + file.text(tree.getType()) + " " + text : text;
  }

  private String diamond() {
    return type == CellType.REFERENCE && !(shape == Shape.ARRAY && type != CellType.REFERENCE)
        ? "<>"
        : "";
  }

  private String typeArguments() {
    if (type != CellType.REFERENCE) {
      return "";
    }
    @Nullable Tree valueType = tree.getType();
    if (shape != Shape.VARIABLE) {
      Refusal.unless(valueType instanceof ArrayTypeTree, "the type of the array is not written");
      valueType = ((ArrayTypeTree) Objects.requireNonNull(valueType)).getType();
    }
    return "<" + file.text(Objects.requireNonNull(valueType)) + ">";
  }
}
