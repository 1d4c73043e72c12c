package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.fixes.Guard.How;
import dev.interlock.util.Backports;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring statements that are to run under a lock.
 *
 * @param list all statements of the block
 * @param first the index of the first that needs the lock
 * @param last the index of the last
 */
record CriticalSection(Tree block, ImmutableList<StatementTree> list, int first, int last) {

  /** Returns the smallest section around all of {@code paths}, inside of {@code container}. */
  static CriticalSection around(List<TreePath> paths, Tree container) {
    TreePath start = paths.get(0);
    for (TreePath at = start;
        at.getParentPath() != null && at.getLeaf() != container;
        at = at.getParentPath()) {
      ImmutableList<StatementTree> list =
          at.getLeaf() instanceof StatementTree ? Statements.listAround(at) : ImmutableList.of();
      if (list.isEmpty()) {
        continue;
      }
      List<Integer> indices = new ArrayList<>();
      for (TreePath path : paths) {
        indices.add(indexOf(list, path));
      }
      if (!indices.contains(-1)) {
        Refusal.unless(!(at.getParentPath().getLeaf() instanceof CaseTree), "inside of a switch");
        return new CriticalSection(
            at.getParentPath().getLeaf(),
            list,
            indices.stream().mapToInt(i -> i).min().orElseThrow(),
            indices.stream().mapToInt(i -> i).max().orElseThrow());
      }
    }
    throw new Refusal("not in a block");
  }

  private static int indexOf(ImmutableList<StatementTree> list, TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      int index = at.getLeaf() instanceof StatementTree ? list.indexOf(at.getLeaf()) : -1;
      if (index >= 0) {
        return index;
      }
    }
    return -1;
  }

  ImmutableList<StatementTree> statements() {
    return list.subList(first, last + 1);
  }

  boolean contains(SourceFile file, Tree tree) {
    return file.start(list.get(first)) <= file.start(tree)
        && file.end(tree) <= file.end(list.get(last));
  }

  /** Returns whether the sections are better one: they overlap, or nothing is between them. */
  boolean joins(SourceFile file, CriticalSection other) {
    if (block == other.block) {
      return first <= other.last + 1 && other.first <= last + 1;
    }
    return contains(file, other.block) || other.contains(file, block);
  }

  CriticalSection and(SourceFile file, CriticalSection other) {
    if (block != other.block) {
      return contains(file, other.block) ? this : other;
    }
    return new CriticalSection(
        block, list, Math.min(first, other.first), Math.max(last, other.last));
  }

  /** Puts the section under the lock that {@code lock} names. */
  void wrap(SourceFile file, Edits edits, String lock, How how) {
    int start = file.start(list.get(first));
    int end = file.end(list.get(last));
    String text = file.text();
    String indent = file.indentAt(start);
    String hoisted = hoist(file, edits, indent);
    if (!text.substring(file.lineStart(start), start).isBlank()) {
      Refusal.unless(
          how == How.MONITOR && hoisted.isEmpty() && !text.substring(start, end).contains("\n"),
          "the statement does not begin a line");
      edits.insert(start, "synchronized (" + lock + ") { ");
      edits.insert(end, " }");
      return;
    }
    String rest = text.substring(end, file.lineEnd(end)).strip();
    Refusal.unless(
        rest.isEmpty() || rest.startsWith("//") || (rest.startsWith("/*") && rest.endsWith("*/")),
        "another statement stands on the line");
    String unit = file.indentUnit();
    String opening =
        how == How.MONITOR
            ? "synchronized (" + lock + ") {\n"
            : lock + ".lock();\n" + indent + "try {\n";
    edits.insert(start, edits.lines(hoisted + opening + indent + unit));
    for (int line = file.lineEnd(start) + 1; line < end; line = file.lineEnd(line) + 1) {
      if (!text.substring(line, file.lineEnd(line)).isBlank()) {
        edits.insert(line, unit);
      }
    }
    String closing =
        how == How.MONITOR
            ? "\n" + indent + "}"
            : "\n"
                + indent
                + "} finally {\n"
                + indent
                + unit
                + lock
                + ".unlock();\n"
                + indent
                + "}";
    edits.insert(file.lineEnd(end), edits.lines(closing));
  }

  /** Declares before the section what it declares and the statements after it use. */
  private String hoist(SourceFile file, Edits edits, String indent) {
    StringBuilder declarations = new StringBuilder();
    Set<Symbol> late = usedAfter();
    for (StatementTree statement : statements()) {
      Set<Symbol> declared = new LinkedHashSet<>();
      collectDeclared(statement, declared);
      declared.retainAll(late);
      if (declared.isEmpty()) {
        continue;
      }
      Refusal.unless(
          statement instanceof VariableTree && declared.size() == 1,
          "later statements use what the section declares");
      declarations.append(split(file, edits, (VariableTree) statement)).append('\n').append(indent);
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
    for (StatementTree statement : list.subList(last + 1, list.size())) {
      for (Tree tree : Expressions.find(statement, t -> t instanceof IdentifierTree)) {
        Symbol symbol = ASTHelpers.getSymbol(tree);
        if (symbol != null) {
          used.add(symbol);
        }
      }
    }
    return used;
  }

  private static String split(SourceFile file, Edits edits, VariableTree tree) {
    VarSymbol variable = ASTHelpers.getSymbol(tree);
    Tree type = tree.getType();
    Refusal.unless(
        tree.getInitializer() != null
            && !(tree.getInitializer() instanceof NewArrayTree)
            && !(type instanceof AnnotatedTypeTree)
            && tree.getModifiers().getAnnotations().isEmpty(),
        "the declaration cannot be split");
    boolean inferred = type == null || file.end(type) <= file.start(tree) || isVar(file, tree);
    String written =
        inferred ? typeName(file, variable) : file.text(java.util.Objects.requireNonNull(type));
    String name = tree.getName().toString();
    int nameEnd = Migration.nameEnd(file, tree);
    edits.replace(file.start(tree), nameEnd, name);
    return written + " " + name + ";";
  }

  private static boolean isVar(SourceFile file, VariableTree tree) {
    return file.text().startsWith("var ", file.start(tree));
  }

  private static String typeName(SourceFile file, VarSymbol variable) {
    Refusal.unless(
        variable.type.isPrimitive()
            || (variable.type.getTypeArguments().isEmpty()
                && file.declarationOf(variable.type.tsym).isPresent())
            || Backports.enclosingPackage(variable.type.tsym)
                .getQualifiedName()
                .contentEquals("java.lang"),
        "the type of the variable is not written");
    return variable.type.isPrimitive()
        ? variable.type.toString()
        : variable.type.tsym.getSimpleName().toString();
  }

  /** Returns whether {@code path} names a member of another object, and of which. */
  static String prefixOf(SourceFile file, TreePath use) {
    return use.getLeaf() instanceof MemberSelectTree select
            && !file.text(select.getExpression()).equals("this")
        ? file.text(select.getExpression()) + "."
        : "";
  }
}
