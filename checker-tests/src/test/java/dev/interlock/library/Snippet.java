package dev.interlock.library;

import static com.google.common.collect.Iterables.getOnlyElement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.interlock.testing.ModelledLibraries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A source file attributed by the real javac, to look up what a model says of its symbols. */
final class Snippet {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Shared, so that the jars are opened once. */
  private static final StandardJavaFileManager FILES = fileManager();

  private final LibraryModel model;
  private final Types types;
  private final Map<String, MethodSymbol> called = new HashMap<>();
  private final Map<String, MethodSymbol> declared = new HashMap<>();
  private final Map<String, ClassSymbol> classes = new HashMap<>();

  private Snippet(LibraryModel model, Types types) {
    this.model = model;
    this.types = types;
  }

  /** Attributes a file, with the modelled libraries on its class path. */
  static Snippet of(String source, LibraryModel model) {
    JavacTask task =
        (JavacTask)
            COMPILER.getTask(
                null,
                FILES,
                Snippet::failOnError,
                ImmutableList.of("-proc:none", "-nowarn"),
                null,
                ImmutableList.of(new SourceText(source)));
    try {
      CompilationUnitTree unit = getOnlyElement(task.parse());
      task.analyze();
      Types types = Types.instance(((BasicJavacTask) task).getContext());
      Snippet snippet = new Snippet(model, types);
      snippet.new Collector(Trees.instance(task)).scan(unit, null);
      return snippet;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the model of a method that a line describes with these clauses. */
  static MethodModel effects(String clauses) {
    SourceLine line = SourceLine.of("expected", 1, "method(*) : " + clauses);
    return MethodLine.parse(line).model().orElseThrow();
  }

  /** Returns what is known of the one method that the snippet calls, be it by {@code new}. */
  Optional<MethodModel> called() {
    return model.method(getOnlyElement(called.values()), types);
  }

  /** Returns what is known of a declared method, given as {@code Type.name(int,Object)}. */
  Optional<MethodModel> declared(String signature) {
    return model.method(find(declared, signature), types);
  }

  /** Returns how a framework enters a declared method, given as {@code Type.name(int,Object)}. */
  Optional<EntryMode> entry(String signature) {
    return model.entry(find(declared, signature), types);
  }

  /** Returns how a framework enters the one method that the snippet declares. */
  Optional<EntryMode> onlyEntry() {
    MethodSymbol method =
        getOnlyElement(
            declared.values().stream().filter(symbol -> !symbol.isConstructor()).toList());
    return model.entry(method, types);
  }

  /** Returns the flags of a declared class. */
  ImmutableSet<TypeFlag> flags(String simpleName) {
    return model.flags(find(classes, simpleName), types);
  }

  /** Returns what an annotation means. */
  Optional<AnnotationMeaning> annotation(String qualifiedName) {
    return model.annotation(qualifiedName);
  }

  private static StandardJavaFileManager fileManager() {
    StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, UTF_8);
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, ModelledLibraries.jars());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static void failOnError(Diagnostic<?> diagnostic) {
    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
      throw new AssertionError(diagnostic);
    }
  }

  private static <T> T find(Map<String, T> symbols, String name) {
    return Optional.ofNullable(symbols.get(name))
        .orElseThrow(() -> new AssertionError("no " + name + " among " + symbols.keySet()));
  }

  /** Collects the symbols that tests ask for. */
  private final class Collector extends TreePathScanner<Void, Void> {
    private final Trees trees;

    Collector(Trees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      classes.put(tree.getSimpleName().toString(), (ClassSymbol) symbol());
      return super.visitClass(tree, null);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      MethodSymbol method = (MethodSymbol) symbol();
      declared.put(signature(method), method);
      return super.visitMethod(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      MethodSymbol method = (MethodSymbol) symbol();
      if (!method.isConstructor()) {
        called.put(signature(method), method);
      }
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      MethodSymbol constructor = (MethodSymbol) symbol();
      called.put(signature(constructor), constructor);
      return super.visitNewClass(tree, null);
    }

    private Symbol symbol() {
      return (Symbol) trees.getElement(getCurrentPath());
    }

    private String signature(MethodSymbol method) {
      return method.owner.name
          + "."
          + method.name
          + types.erasure(method.type).getParameterTypes().stream()
              .map(type -> type.tsym.name)
              .collect(joining(",", "(", ")"));
    }
  }

  /** A source file in memory. */
  private static final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String text) {
      super(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
