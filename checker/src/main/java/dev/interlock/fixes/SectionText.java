package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.fixes.Guard.How;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes a critical section into the file: the lock, and the statements under it. */
final class SectionText {
  private final SourceFile file;
  private final Edits edits;
  private final CriticalSection section;
  private final String lock;
  private final How how;
  private final int start;
  private final int end;
  private final String indent;

  SectionText(SourceFile file, Edits edits, CriticalSection section, String lock, How how) {
    this.file = file;
    this.edits = edits;
    this.section = section;
    this.lock = lock;
    this.how = how;
    this.start = file.start(section.list().get(section.first()));
    this.end = file.end(section.list().get(section.last()));
    this.indent = file.indentAt(start);
  }

  /**
   * Puts the section under the lock.
   *
   * @param moved statements of it that are to run before
   * @param operands expressions in it that are to be computed before
   */
  void wrap(List<StatementTree> moved, List<ExpressionTree> operands) {
    String hoisted = hoist(moved);
    if (!file.beginsLine(start)) {
      wrapInLine(hoisted.isEmpty() && moved.isEmpty() && operands.isEmpty());
      return;
    }
    checkEndsLine();
    StringBuilder opening = new StringBuilder(hoisted);
    moved.forEach(statement -> opening.append(cut(statement)).append(indent));
    operands.forEach(operand -> opening.append(declare(operand)).append(indent));
    opening.append(opening());
    String unit = file.indentUnit();
    edits.insert(start, edits.lines(opening + indent + unit));
    ImmutableList<NestedSection> nested =
        how == How.MONITOR ? NestedSection.in(file, section, lock) : ImmutableList.of();
    int lastLineEnd = file.lineEnd(end);
    boolean isClosed = nested.stream().anyMatch(inner -> inner.endsAt(lastLineEnd));
    nested.forEach(inner -> inner.unwrap(file, edits, inner.endsAt(lastLineEnd)));
    for (int line = file.lineEnd(start) + 1; line < end; line = file.lineEnd(line) + 1) {
      int position = line;
      if (!isIn(line, moved)
          && nested.stream().noneMatch(inner -> inner.contains(position))
          && !file.text().substring(line, file.lineEnd(line)).isBlank()) {
        edits.insert(line, unit);
      }
    }
    if (!isClosed) {
      edits.insert(file.lineTextEnd(end), edits.lines("\n" + closing()));
    }
  }

  /** Copies variables under the lock, and lets the section, which only looks, use the copies. */
  void snapshot(ImmutableMap<VarSymbol, ImmutableList<Tree>> looks) {
    Refusal.unless(file.beginsLine(start), "the statement does not begin a line");
    String unit = file.indentUnit();
    StringBuilder declarations = new StringBuilder();
    StringBuilder copies = new StringBuilder();
    looks.forEach(
        (variable, reads) -> {
          String name = edits.freshName("current" + capitalized(variable.name.toString()), place());
          String type =
              LocalNames.written(file, variable.type)
                  .orElseThrow(() -> new Refusal("the type of the variable is not written"));
          String read = file.text(reads.get(0));
          declarations.append(type).append(' ').append(name).append(";\n").append(indent);
          copies.append(indent + unit + name + " = " + read + ";\n");
          reads.forEach(look -> edits.replace(look, name));
        });
    edits.insert(start, edits.lines(declarations + opening() + copies + closing() + "\n" + indent));
  }

  /**
   * Copies variables at the end of the section, which is still to be wrapped, and lets the
   * statement after it, which only looks, use the copies: it means what the section has written.
   */
  void append(ImmutableMap<VarSymbol, ImmutableList<Tree>> looks) {
    looks.forEach(
        (variable, reads) -> {
          String name = edits.freshName("current" + capitalized(variable.name.toString()), place());
          String type =
              LocalNames.written(file, variable.type)
                  .orElseThrow(() -> new Refusal("the type of the variable is not written"));
          edits.insert(start, edits.lines(type + " " + name + ";\n" + indent));
          String copy = name + " = " + file.text(reads.get(0)) + ";";
          edits.insert(
              file.lineTextEnd(end), edits.lines("\n" + indent + file.indentUnit() + copy));
          reads.forEach(look -> edits.replace(look, name));
        });
  }

  /** Returns whether {@link #wrap} gives the section lines and a lock of its own. */
  boolean isPlain() {
    return file.beginsLine(start)
        && StretchedSection.of(file, section, lock, how).isEmpty()
        && NeighbourSection.of(file, section, lock, how).isEmpty()
        && (how != How.MONITOR || NestedSection.in(file, section, lock).isEmpty());
  }

  /** Makes a block of the body of a lambda, which is an expression, and puts it under a monitor. */
  static void wrapBody(
      SourceFile file, Edits edits, ExpressionTree body, String lock, String beforeValue) {
    int start = file.start(body);
    int end = file.end(body);
    String indent = file.indentAt(start);
    String unit = file.indentUnit();
    String opening = "{\n" + indent + unit + "synchronized (" + lock + ") {\n";
    edits.insert(start, edits.lines(opening + indent + unit + unit + beforeValue));
    for (int line = file.lineEnd(start) + 1; line < end; line = file.lineEnd(line) + 1) {
      edits.insert(line, unit + unit);
    }
    edits.close(end, edits.lines(";\n" + indent + unit + "}\n" + indent + "}"));
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private void wrapInLine(boolean isPlain) {
    Refusal.unless(
        how == How.MONITOR && isPlain && !file.text().substring(start, end).contains("\n"),
        "the statement does not begin a line");
    edits.insert(start, "synchronized (" + lock + ") { ");
    edits.insert(end, " }");
  }

  private void checkEndsLine() {
    String rest = file.text().substring(end, file.lineEnd(end)).strip();
    Refusal.unless(
        rest.isEmpty() || rest.startsWith("//") || (rest.startsWith("/*") && rest.endsWith("*/")),
        "another statement stands on the line");
  }

  private String opening() {
    return how == How.MONITOR
        ? "synchronized (" + lock + ") {\n"
        : lock + ".lock();\n" + indent + "try {\n";
  }

  private String closing() {
    return how == How.MONITOR
        ? indent + "}"
        : indent
            + "} finally {\n"
            + indent
            + file.indentUnit()
            + lock
            + ".unlock();\n"
            + indent
            + "}";
  }

  /** Takes the lines of a statement out; returns them as they go before the section. */
  private String cut(StatementTree statement) {
    int from = file.startWithComments(statement);
    int to = file.lineEnd(file.end(statement)) + 1;
    String text = file.text();
    Refusal.unless(
        text.substring(file.lineStart(file.start(statement)), file.start(statement)).isBlank()
            && isComment(text.substring(file.end(statement), to).strip()),
        "the statement has no lines of its own");
    return edits.cutLines(from, to).stripLeading();
  }

  private static boolean isComment(String rest) {
    return rest.isEmpty() || rest.startsWith("//");
  }

  private boolean isIn(int position, List<StatementTree> statements) {
    return statements.stream()
        .anyMatch(s -> file.startWithComments(s) <= position && position < file.end(s));
  }

  /** Returns the first statement, before which variables are declared. */
  private TreePath place() {
    return file.path(section.statements().get(0));
  }

  private String declare(ExpressionTree operand) {
    String name = edits.freshName(LocalNames.wanted(operand), place());
    String type = LocalNames.typeOf(file, operand).orElseThrow(() -> new Refusal("no type"));
    String text = file.text(operand);
    Refusal.unless(
        file.comments().in(file.start(operand), file.end(operand)).stream()
            .noneMatch(comment -> comment.startsWith("//")),
        "a comment in the operand");
    edits.replaceMoved(operand, name);
    return type + " " + name + " = " + text + ";\n";
  }

  /** Declares before the section what it declares and the statements after it use. */
  private String hoist(List<StatementTree> moved) {
    StringBuilder declarations = new StringBuilder();
    Set<Symbol> late = usedAfter();
    for (StatementTree statement : section.statements()) {
      Set<Symbol> declared = new LinkedHashSet<>();
      collectDeclared(statement, declared);
      declared.retainAll(late);
      if (declared.isEmpty() || moved.contains(statement)) {
        continue;
      }
      Refusal.unless(
          statement instanceof VariableTree && declared.size() == 1,
          "later statements use what the section declares");
      declarations.append(split((VariableTree) statement)).append('\n').append(indent);
    }
    return declarations.toString();
  }

  private static void collectDeclared(Tree statement, Set<Symbol> declared) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        declared.add(ASTHelpers.getSymbol(tree));
        return super.visitVariable(tree, null);
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        declared.add(ASTHelpers.getSymbol(tree));
        return null;
      }
    }.scan(statement, null);
  }

  private Set<Symbol> usedAfter() {
    Set<Symbol> used = new LinkedHashSet<>();
    for (StatementTree statement :
        section.list().subList(section.last() + 1, section.list().size())) {
      for (Tree tree : Expressions.find(statement, t -> t instanceof IdentifierTree)) {
        Symbol symbol = ASTHelpers.getSymbol(tree);
        if (symbol != null) {
          used.add(symbol);
        }
      }
    }
    return used;
  }

  private String split(VariableTree tree) {
    VarSymbol variable = ASTHelpers.getSymbol(tree);
    Tree type = tree.getType();
    Refusal.unless(
        tree.getInitializer() != null
            && !(tree.getInitializer() instanceof NewArrayTree)
            && !(type instanceof AnnotatedTypeTree)
            && tree.getModifiers().getAnnotations().isEmpty(),
        "the declaration cannot be split");
    boolean inferred = type == null || file.end(type) <= file.start(tree) || isVar(tree);
    String written = inferred ? typeName(variable.type) : file.text(Objects.requireNonNull(type));
    String name = tree.getName().toString();
    edits.replace(file.start(tree), Migration.nameEnd(file, tree), name);
    String modifier = tree.getModifiers().getFlags().contains(Modifier.FINAL) ? "final " : "";
    return modifier + written + " " + name + ";";
  }

  private boolean isVar(VariableTree tree) {
    return file.text().startsWith("var ", file.start(tree));
  }

  private String typeName(Type type) {
    return LocalNames.written(file, type)
        .orElseThrow(() -> new Refusal("the type of the variable is not written"));
  }
}
