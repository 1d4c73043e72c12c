package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.ConcurrencyAnalysis;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold before a variable may be declared anew with another type. */
final class Migration {
  /**
   * Annotations whose tools look at the fields of a class by reflection or generate code for it.
   */
  private static final ImmutableSet<String> REFLECTIVE_PACKAGES =
      ImmutableSet.of(
          "com.fasterxml.jackson",
          "com.google.gson",
          "jakarta.json",
          "jakarta.persistence",
          "jakarta.xml",
          "javax.persistence",
          "javax.xml",
          "lombok",
          "org.hibernate",
          "org.springframework.boot.context.properties",
          "org.springframework.data");

  private static final ImmutableSet<String> HARMLESS =
      ImmutableSet.of("java.lang.SuppressWarnings", "java.lang.Deprecated");

  private static final Pattern VOLATILE = Pattern.compile("\\bvolatile\\b");

  private Migration() {}

  /** Refuses if anything outside of the file may know the type of the variable. */
  static void check(SourceFile file, VarSymbol variable) {
    Refusal.unless(file.declarationOf(variable).isPresent(), "declared in another file");
    if (!variable.getKind().isField()) {
      return;
    }
    Refusal.unless(!isOpen(file, variable), "code elsewhere may use the field");
    Refusal.unless(
        !file.hasLiteral(variable.name.toString()) && !file.looksAtFields(),
        "the field may be used by reflection");
    ClassSymbol owner = variable.enclClass();
    Refusal.unless(
        (owner.flags() & (Flags.RECORD | Flags.INTERFACE)) == 0 || variable.isStatic(),
        "the field belongs to the form of its class");
    Refusal.unless(variable.isStatic() || !isSerializable(file, owner), "the field is serialised");
    for (var annotation : variable.getAnnotationMirrors()) {
      Refusal.unless(
          HARMLESS.contains(annotation.type.tsym.getQualifiedName().toString()),
          "the field is annotated");
    }
    for (ClassSymbol type = owner; type != null; type = ASTHelpers.enclosingClass(type)) {
      Refusal.unless(!isMapped(type), "a framework looks at the fields of the class");
    }
    checkNotUsedBefore(file, variable);
  }

  /** Refuses a field of objects that are copied: the copies would have one value in common. */
  static void checkNotCloned(SourceFile file, VarSymbol variable) {
    Refusal.unless(
        !variable.getKind().isField()
            || variable.isStatic()
            || !file.types()
                .isSubtype(variable.enclClass().type, file.state().getSymtab().cloneableType),
        "a clone would have the same atomic variable");
  }

  /**
   * Returns whether a framework looks at the fields of the class or generates code for them, as its
   * annotations or those of its members say. It would take a lock for one more property.
   */
  static boolean isMapped(ClassSymbol owner) {
    return hasReflectiveAnnotation(owner)
        || ImmutableList.copyOf(owner.members().getSymbols()).stream()
            .anyMatch(Migration::hasReflectiveAnnotation);
  }

  private static boolean hasReflectiveAnnotation(Symbol symbol) {
    return symbol.getAnnotationMirrors().stream()
        .map(annotation -> annotation.type.tsym.getQualifiedName().toString())
        .anyMatch(name -> REFLECTIVE_PACKAGES.stream().anyMatch(p -> name.startsWith(p + ".")));
  }

  /** Returns whether code of other files does or may use the field. */
  static boolean isOpen(SourceFile file, VarSymbol variable) {
    return isReachable(variable)
        && ((variable.flags() & (Flags.PUBLIC | Flags.PROTECTED)) != 0
            || isUsedElsewhere(file, variable));
  }

  /**
   * Returns whether the language lets code of other files use the field: tests of its package are
   * compiled later.
   */
  static boolean isReachable(VarSymbol variable) {
    if (!variable.getKind().isField() || variable.isPrivate()) {
      return false;
    }
    for (Symbol owner = variable.owner; owner != null; owner = owner.owner) {
      if (owner.isPrivate() || owner instanceof Symbol.MethodSymbol) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether another file of the compilation uses the field. */
  static boolean isUsedElsewhere(SourceFile file, VarSymbol variable) {
    return ConcurrencyAnalysis.existing(file.state().context)
        .map(analysis -> analysis.isUsedOutside(variable, file.unit()))
        .orElse(true);
  }

  static boolean isSerializable(SourceFile file, ClassSymbol owner) {
    return !owner.isEnum()
        && file.types().isSubtype(owner.type, file.state().getSymtab().serializableType);
  }

  /**
   * Refuses if code may run before the new initial value is there, where a plain variable had its
   * default value: initialisers further up that call into this file.
   */
  static void checkNotUsedBefore(SourceFile file, VarSymbol variable) {
    ClassTree owner = file.classOf(variable.enclClass()).orElseThrow(() -> new Refusal("no class"));
    for (Tree member : owner.getMembers()) {
      if (ASTHelpers.getSymbol(member) == variable) {
        return;
      }
      Tree code = null;
      if (member instanceof VariableTree field
          && ASTHelpers.getSymbol(field).isStatic() == variable.isStatic()) {
        code = field.getInitializer();
      } else if (member instanceof BlockTree block && block.isStatic() == variable.isStatic()) {
        code = block;
      }
      Refusal.unless(
          code == null || !Expressions.contains(code, t -> OwnCalls.touches(file, t, variable)),
          "an initialiser uses the field before it is there");
    }
  }

  static VariableTree declaration(SourceFile file, VarSymbol variable) {
    TreePath path =
        file.declarationOf(variable).orElseThrow(() -> new Refusal("declared in another file"));
    VariableTree tree = (VariableTree) path.getLeaf();
    Tree type = tree.getType();
    Refusal.unless(type != null && isAlone(file, path), "declared together with others");
    boolean written = file.end(type) > 0 && file.start(type) >= file.start(tree);
    Refusal.unless(
        !written || !file.text().substring(file.end(type), nameEnd(file, tree)).contains("["),
        "brackets behind the name");
    return tree;
  }

  /** Returns whether a declaration like {@code int a, b;} is about this variable only. */
  private static boolean isAlone(SourceFile file, TreePath path) {
    VariableTree tree = (VariableTree) path.getLeaf();
    int end = file.end(tree);
    String behind = file.text().substring(nameEnd(file, tree), end);
    int mine = file.start(tree);
    long declarators =
        Expressions.find(path.getParentPath().getLeaf(), t -> t instanceof VariableTree).stream()
            .filter(t -> file.start(t) == mine)
            .count();
    return declarators == 1 && (behind.endsWith(";") || behind.isEmpty() || behind.equals(" "));
  }

  /** Returns the position behind the name of the variable. */
  static int nameEnd(SourceFile file, VariableTree tree) {
    Tree type = tree.getType();
    int from =
        type != null && file.end(type) > file.start(tree) ? file.end(type) : file.start(tree);
    Matcher name =
        Pattern.compile("\\b" + Pattern.quote(tree.getName().toString()) + "\\b")
            .matcher(file.text());
    Refusal.unless(name.find(from), "no name");
    return name.end();
  }

  /** Declares a field {@code final} and not {@code volatile}. */
  static void makeFinal(SourceFile file, Edits edits, VariableTree tree) {
    ModifiersTree modifiers = tree.getModifiers();
    boolean isFinal = modifiers.getFlags().contains(javax.lang.model.element.Modifier.FINAL);
    int from = file.start(tree);
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      from = Math.max(from, file.end(annotation));
    }
    int to = file.start(tree.getType());
    Matcher matcher = VOLATILE.matcher(file.text()).region(from, to);
    if (matcher.find()) {
      edits.replace(matcher.start(), matcher.end(), "final");
    } else if (!isFinal) {
      edits.insert(to, "final ");
    }
  }
}
