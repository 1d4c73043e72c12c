package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import dev.interlock.library.AnnotationMeaning;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of a class: its methods, constructors, initialisers and nested classes. */
final class ClassReader {
  private final Extraction extraction;
  private final @Nullable BodyRecorder definer;
  private final GeneratedLocks generatedLocks;

  /**
   * @param definer the body around a local or anonymous class
   */
  ClassReader(Extraction extraction, @Nullable BodyRecorder definer) {
    this.extraction = extraction;
    this.definer = definer;
    this.generatedLocks = new GeneratedLocks(extraction.types());
  }

  void read(ClassTree tree) {
    ClassSymbol symbol = ASTHelpers.getSymbol(tree);
    if (symbol == null) {
      return;
    }
    extraction.declare(symbol);
    readInitializers(tree, symbol, false);
    readInitializers(tree, symbol, true);
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree method && method.getBody() != null && !isGenerated(method)) {
        readMethod(method, symbol);
      } else if (member instanceof ClassTree nested) {
        new ClassReader(extraction, definer).read(nested);
      }
    }
  }

  private void readMethod(MethodTree tree, ClassSymbol owner) {
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    Body body =
        extraction.add(
            new Body(
                method.isConstructor() ? Body.Kind.CONSTRUCTOR : Body.Kind.METHOD,
                tree,
                extraction.unit(),
                owner,
                method,
                definer == null ? null : definer.body(),
                parameters(tree.getParameters())));
    StatementWalker statements = new StatementWalker(new BodyRecorder(extraction, body, definer));
    Optional<AccessPath> monitor = monitorOf(tree, method, owner);
    if (monitor.isPresent()) {
      statements.walkLocked(tree.getBody(), tree, Value.of(monitor.get()));
    } else {
      statements.walk(tree.getBody());
    }
  }

  private Optional<AccessPath> monitorOf(MethodTree tree, MethodSymbol method, ClassSymbol owner) {
    if (tree.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
      Root monitor = method.isStatic() ? new Root.ClassObject(owner) : new Root.This();
      return Optional.of(AccessPath.of(monitor));
    }
    return method.getAnnotationMirrors().stream()
        .filter(this::isSynchronizing)
        .map(annotation -> generatedLocks.of(annotation, method.isStatic(), owner))
        .findFirst();
  }

  /** A method may also be synchronized by an annotation, if no tool has made code of that yet. */
  private boolean isSynchronizing(Attribute.Compound annotation) {
    return extraction
        .library()
        .annotation(annotation.type.tsym.getQualifiedName().toString())
        .filter(AnnotationMeaning.SYNCHRONIZED::equals)
        .isPresent();
  }

  private void readInitializers(ClassTree tree, ClassSymbol owner, boolean ofStatics) {
    Body body =
        new Body(
            ofStatics ? Body.Kind.STATIC_INITIALIZER : Body.Kind.INSTANCE_INITIALIZER,
            tree,
            extraction.unit(),
            owner,
            null,
            definer == null ? null : definer.body(),
            ImmutableList.of());
    StatementWalker statements = new StatementWalker(new BodyRecorder(extraction, body, definer));
    boolean any = false;
    for (Tree member : tree.getMembers()) {
      if (member instanceof BlockTree block && block.isStatic() == ofStatics) {
        statements.walk(block);
        any = true;
      } else if (member instanceof VariableTree field
          && field.getInitializer() != null
          && ((JCVariableDecl) field).sym.isStatic() == ofStatics) {
        statements.initializeField(field);
        any = true;
      }
    }
    if (any) {
      extraction.add(body);
    }
  }

  static ImmutableList<VarSymbol> parameters(Iterable<? extends VariableTree> trees) {
    ImmutableList.Builder<VarSymbol> symbols = ImmutableList.builder();
    trees.forEach(tree -> symbols.add(ASTHelpers.getSymbol(tree)));
    return symbols.build();
  }

  /** Default constructors and the implicit members of records have nothing to read. */
  private static boolean isGenerated(MethodTree method) {
    return (ASTHelpers.getSymbol(method).flags() & Flags.GENERATEDCONSTR) != 0;
  }
}
