package dev.interlock.report;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.util.SourceCode;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The names that variables, locks and methods have in the code. */
final class CodeNames {
  private static final int MAX_LENGTH = 36;

  private CodeNames() {}

  /** Returns the variable, element or container that a path in terms of {@code body} leads to. */
  static String ofLocation(AccessPath path, Body body) {
    AccessPath named = path.last().orElse(null) instanceof Selector.Content ? path.owner() : path;
    String name = ofPath(named, body);
    return name.length() <= MAX_LENGTH
        ? name
        : named
            .variable()
            .map(variable -> variable.getSimpleName().toString())
            .orElseGet(() -> SourceCode.shorten(name, MAX_LENGTH));
  }

  private static String ofPath(AccessPath path, Body body) {
    StringBuilder name = new StringBuilder(ofRoot(path, body));
    for (Selector selector : path.selectors()) {
      if (selector instanceof Selector.Field field) {
        name.append(name.isEmpty() ? "" : ".").append(field.symbol().getSimpleName());
      } else if (selector instanceof Selector.Element element) {
        name.append('[').append(text(element.index())).append(']');
      } else if (selector instanceof Selector.Content content) {
        name.append(".get(").append(text(content.index())).append(')');
      }
    }
    return name.isEmpty() ? "this" : name.toString();
  }

  private static String ofRoot(AccessPath path, Body body) {
    Root root = path.root();
    if (root instanceof Root.Variable variable) {
      return variable.symbol().getSimpleName().toString();
    }
    if (root instanceof Root.ClassObject type) {
      return type.type().getSimpleName() + ".class";
    }
    if (root instanceof Root.Shared shared) {
      return shared.type().getSimpleName().toString();
    }
    if (root instanceof Root.Result result) {
      return result.call().method().getSimpleName() + "()";
    }
    if (root instanceof Root.Fresh fresh) {
      return fresh
          .allocation()
          .variable()
          .map(variable -> variable.getSimpleName().toString())
          .orElseGet(() -> "new " + fresh.allocation().type().tsym.getSimpleName());
    }
    return path.isStatic() ? ofOtherClass(path, body) : "";
  }

  /** A static field of another class is named with its class. */
  private static String ofOtherClass(AccessPath path, Body body) {
    return path.selectors().get(0) instanceof Selector.Field field
            && field.symbol().owner instanceof ClassSymbol owner
            && owner.outermostClass() != body.enclosingClass().outermostClass()
        ? owner.getSimpleName().toString()
        : "";
  }

  private static String text(Index index) {
    return index.equals(Index.WHOLE) || index.isEach() ? ".." : index.toString();
  }

  /** Returns the distinct names of locks, as they are written where the locks are taken. */
  static ImmutableList<String> ofLocks(Set<HeldLock> locks) {
    return locks.stream()
        .map(lock -> SourceCode.shorten(ofLock(lock), MAX_LENGTH))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static String ofLock(HeldLock lock) {
    Tree section = lock.section();
    if (section instanceof SynchronizedTree block) {
      return TreeInfo.skipParens((JCTree) block.getExpression()).toString();
    }
    if (section instanceof MethodTree method) {
      Optional<VarSymbol> named =
          lock.paths().stream().flatMap(p -> p.variable().stream()).findFirst();
      if (named.isPresent()) {
        return named.get().getSimpleName().toString(); // by an annotation
      }
      return method.getModifiers().getFlags().contains(Modifier.STATIC)
          ? TreeInfo.symbolFor((JCTree) method).owner.getSimpleName() + ".class"
          : "this";
    }
    return section instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
        ? ofOperand(call, select)
        : "a lock";
  }

  /** A static method such as {@code Thread.holdsLock} is told of the lock. */
  private static String ofOperand(MethodInvocationTree call, MemberSelectTree select) {
    boolean isStatic = ASTHelpers.isStatic(ASTHelpers.getSymbol(select));
    return isStatic && call.getArguments().size() == 1
        ? call.getArguments().get(0).toString()
        : select.getExpression().toString();
  }

  /**
   * Returns the method that a body is or belongs to, with its class if that is not {@code here}.
   */
  static String ofBody(Body body, ClassSymbol here) {
    if (body.isLambda()) {
      return body.definer().map(definer -> aroundLambda(definer, here)).orElse("a lambda");
    }
    String type = nameOf(body.enclosingClass());
    String owner = body.enclosingClass() == here || type.isEmpty() ? "" : type + ".";
    return switch (body.kind()) {
      case CONSTRUCTOR -> "new " + type + "()";
      case INSTANCE_INITIALIZER, STATIC_INITIALIZER -> "the initializer of " + type;
      default ->
          body.method().map(method -> owner + method.getSimpleName() + "()").orElse("a method");
    };
  }

  private static String aroundLambda(Body definer, ClassSymbol here) {
    String name = ofBody(definer, here);
    return definer.isLambda() ? name : "a lambda in " + name;
  }

  /** An anonymous class has no name. */
  private static String nameOf(ClassSymbol type) {
    return type.getSimpleName().toString();
  }
}
