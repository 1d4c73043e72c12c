package dev.interlock.fixes;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multiset;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import dev.interlock.util.TreePaths;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One source file: its text, and where each variable is declared and used. */
final class SourceFile {
  /** How much rarer than others an indentation is that is a slip. */
  private static final int RARE = 50;

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern INDENTED = Pattern.compile("(?m)^( +|\t)(?=[A-Za-z@/])");

  private final VisitorState state;
  private final CompilationUnitTree unit;
  private final String text;
  private final ImmutableListMultimap<Symbol, TreePath> uses;
  private final ImmutableMap<Symbol, TreePath> declarations;
  private final Map<CompilationUnitTree, Optional<SourceFile>> others = new HashMap<>();
  private final Set<String> literals = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final ListMultimap<String, Tree> localNames = ArrayListMultimap.create();
  private final Set<String> methods = new HashSet<>();
  private @Nullable String indentUnit;
  private @Nullable TreePaths paths;
  private @Nullable Comments comments;

  private SourceFile(VisitorState state, String text) {
    this.state = state;
    this.unit = state.getPath().getCompilationUnit();
    this.text = text;
    Index index = new Index();
    index.scan(new TreePath(unit), null);
    this.uses = index.uses.build();
    this.declarations = ImmutableMap.copyOf(index.declarations);
  }

  /** Returns the file that {@code state} is in; empty if its text cannot be had, or changed. */
  static Optional<SourceFile> of(VisitorState state) {
    CharSequence source = state.getSourceCode();
    return source == null || !PatchableFile.hasText(uri(state), source)
        ? Optional.empty()
        : Optional.of(new SourceFile(state, source.toString()));
  }

  private static URI uri(VisitorState state) {
    return state.getPath().getCompilationUnit().getSourceFile().toUri();
  }

  /** Returns another file of the compilation; empty if its text cannot be had, or changed. */
  Optional<SourceFile> other(CompilationUnitTree other) {
    return others.computeIfAbsent(other, u -> of(state.withPath(new TreePath(u))));
  }

  CompilationUnitTree unit() {
    return unit;
  }

  VisitorState state() {
    return state;
  }

  Types types() {
    return state.getTypes();
  }

  String text() {
    return text;
  }

  String text(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  Comments comments() {
    if (comments == null) {
      comments = Comments.of(text, state.context);
    }
    return comments;
  }

  int start(Tree tree) {
    return ((JCTree) tree).getStartPosition();
  }

  int end(Tree tree) {
    return state.getEndPosition(tree);
  }

  TreePath path(Tree tree) {
    if (paths == null) {
      paths = new TreePaths(unit);
    }
    return paths.of(tree).orElseThrow();
  }

  /** Returns the uses of a variable or method, its declaration left out, in source order. */
  ImmutableList<TreePath> usesOf(Symbol symbol) {
    return uses.get(symbol);
  }

  Optional<TreePath> declarationOf(Symbol symbol) {
    return Optional.ofNullable(declarations.get(symbol));
  }

  /** Returns the fields that the file declares. */
  ImmutableList<VarSymbol> fields() {
    return declarations.keySet().stream()
        .filter(s -> s instanceof VarSymbol variable && variable.getKind().isField())
        .map(VarSymbol.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  Optional<ClassTree> classOf(ClassSymbol type) {
    return declarationOf(type).map(path -> (ClassTree) path.getLeaf());
  }

  /** Returns whether a string literal of the file is {@code value}, as reflection would need it. */
  boolean hasLiteral(String value) {
    return literals.contains(value);
  }

  /** Returns whether the file looks at all fields of some class, which may be one of its own. */
  boolean looksAtFields() {
    return methods.contains("getDeclaredFields");
  }

  /**
   * Returns {@code wanted}, or something like it that no variable or class of the file is called.
   */
  String freshName(String wanted) {
    String name = wanted;
    for (int i = 2; names.contains(name) || localNames.containsKey(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** Returns whether a local variable that is declared in the block may be called {@code name}. */
  boolean isFreeIn(Tree block, String name) {
    return !names.contains(name)
        && localNames.get(name).stream().noneMatch(other -> overlap(other, block));
  }

  /** Returns whether one of two parts of the file lies in the other. */
  boolean overlap(Tree a, Tree b) {
    return start(a) < end(b) && start(b) < end(a);
  }

  /** Makes {@link #freshName} leave out {@code name} from now on. */
  void reserve(String name) {
    names.add(name);
  }

  /** Makes {@link #isFreeIn} say no to {@code name} in the block. */
  void reserve(String name, Tree block) {
    localNames.put(name, block);
  }

  /** Returns whether the simple name of {@code qualified} means that class, once imported. */
  boolean canImport(String qualified) {
    String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
    for (ImportTree tree : unit.getImports()) {
      String imported = tree.getQualifiedIdentifier().toString();
      if (!tree.isStatic() && imported.endsWith("." + simple) && !imported.equals(qualified)) {
        return false;
      }
    }
    return declarations.keySet().stream()
        .noneMatch(s -> s instanceof ClassSymbol && s.getSimpleName().contentEquals(simple));
  }

  /** Returns the position of the first character of the line that {@code position} is in. */
  int lineStart(int position) {
    return text.lastIndexOf('\n', position - 1) + 1;
  }

  /** Returns the position of the line feed at the end of the line, or the end of the text. */
  int lineEnd(int position) {
    int end = text.indexOf('\n', position);
    return end < 0 ? text.length() : end;
  }

  /** Returns the position behind the text of the line, before its line break. */
  int lineTextEnd(int position) {
    int end = lineEnd(position);
    return end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Returns where the lines of a declaration begin, comments above it included. */
  int startWithComments(Tree declaration) {
    int line = lineStart(start(declaration));
    while (line > 0) {
      int above = lineStart(line - 1);
      String content = text.substring(above, line).strip();
      if (!(content.startsWith("//")
          || content.startsWith("/*")
          || content.startsWith("*")
          || isAnnotation(content))) {
        break;
      }
      line = above;
    }
    return line;
  }

  private static boolean isAnnotation(String line) {
    return line.startsWith("@")
        && !line.endsWith("{")
        && !line.endsWith("}")
        && !line.endsWith(";");
  }

  /** Returns whether nothing but white space stands before the code in its line. */
  boolean isFirstOnLine(Tree tree) {
    return beginsLine(start(tree));
  }

  /** Returns whether nothing but white space stands before a position in its line. */
  boolean beginsLine(int position) {
    return text.substring(lineStart(position), position).isBlank();
  }

  /** Returns the white space that the line of {@code position} begins with. */
  String indentAt(int position) {
    int start = lineStart(position);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** Returns one level of indentation, as the file has it but for a few lines. */
  String indentUnit() {
    if (indentUnit == null) {
      indentUnit = findIndentUnit();
    }
    return indentUnit;
  }

  /** Returns whole lines of text with one more level of indentation. */
  String indented(String lines) {
    StringBuilder indented = new StringBuilder();
    for (int at = 0; at < lines.length(); ) {
      int end = Math.max(lines.indexOf('\n', at) + 1, at + 1);
      String line = lines.substring(at, end);
      indented.append(line.isBlank() ? "" : indentUnit()).append(line);
      at = end;
    }
    return indented.toString();
  }

  private String findIndentUnit() {
    Multiset<String> found = HashMultiset.create();
    Matcher matcher = INDENTED.matcher(COMMENT.matcher(text).replaceAll(""));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    int most = found.entrySet().stream().mapToInt(Multiset.Entry::getCount).max().orElse(0);
    String least =
        found.entrySet().stream()
            .filter(entry -> entry.getCount() * RARE >= most)
            .map(Multiset.Entry::getElement)
            .min(Comparator.comparingInt(String::length))
            .orElse("");
    return least.isEmpty() || (least.length() < 2 && !least.equals("\t")) ? "  " : least;
  }

  String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Returns the method, lambda or class whose code {@code path} is a direct part of. */
  static TreePath containerOf(TreePath path) {
    TreePath at = path.getParentPath();
    while (at.getParentPath() != null && !isContainer(at.getLeaf())) {
      at = at.getParentPath();
    }
    return at;
  }

  static boolean isContainer(Tree tree) {
    return tree instanceof MethodTree
        || tree instanceof ClassTree
        || tree instanceof LambdaExpressionTree;
  }

  /** Files all names of the unit. */
  private final class Index extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final ImmutableListMultimap.Builder<Symbol, TreePath> uses =
        ImmutableListMultimap.builder();
    private final Map<Symbol, TreePath> declarations = new LinkedHashMap<>();

    private void use(Tree tree) {
      Symbol symbol = ASTHelpers.getSymbol(tree);
      if (symbol instanceof VarSymbol || symbol instanceof Symbol.MethodSymbol) {
        uses.put(symbol, getCurrentPath());
      }
    }

    /** Methods have names of their own, which a variable may have as well. */
    private void mention(Tree tree, String name) {
      if (ASTHelpers.getSymbol(tree) instanceof Symbol.MethodSymbol) {
        methods.add(name);
      } else {
        names.add(name);
      }
    }

    private void declare(Tree tree, String name) {
      (tree instanceof MethodTree ? methods : names).add(name);
      Symbol symbol = ASTHelpers.getDeclaredSymbol(tree);
      if (symbol != null) {
        declarations.putIfAbsent(symbol, getCurrentPath());
      }
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      mention(tree, tree.getName().toString());
      use(tree);
      return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
      mention(tree, tree.getIdentifier().toString());
      use(tree);
      return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      mention(tree, tree.getName().toString());
      return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      declare(tree, tree.getName().toString());
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
      if ((ASTHelpers.getSymbol(tree).flags() & com.sun.tools.javac.code.Flags.GENERATEDCONSTR)
          != 0) {
        return null;
      }
      declare(tree, tree.getName().toString());
      return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      declare(tree, tree.getSimpleName().toString());
      return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void unused) {
      if (tree.getValue() instanceof String value) {
        literals.add(value);
      }
      return null;
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
      return null;
    }
  }
}
