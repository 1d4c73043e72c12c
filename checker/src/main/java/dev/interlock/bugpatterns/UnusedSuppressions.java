package dev.interlock.bugpatterns;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
import dev.interlock.report.FindingIdentity;
import dev.interlock.util.CompilerLog;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of suppressions of our checks around code in which these find nothing. */
final class UnusedSuppressions {
  private final Context context;
  private final ImmutableSet<String> enabled;

  /**
   * @param enabled the kinds of findings whose checks are on
   */
  UnusedSuppressions(Context context, Set<FindingKind> enabled) {
    this.context = context;
    this.enabled = enabled.stream().map(FindingIdentity::checkOf).collect(toImmutableSet());
  }

  /** Looks through a file in which these are the findings, the suppressed ones included. */
  void tell(CompilationUnitTree file, Collection<Finding> findings) {
    new Search(file, findings).scan(file, null);
  }

  /** Goes through the declarations of a file. */
  private final class Search extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree file;
    private final Collection<Finding> findings;

    Search(CompilationUnitTree file, Collection<Finding> findings) {
      this.file = file;
      this.findings = findings;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      look(tree.getModifiers(), tree);
      return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
      look(tree.getModifiers(), tree);
      return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      look(tree.getModifiers(), tree);
      return super.visitVariable(tree, null);
    }

    private void look(ModifiersTree modifiers, Tree declaration) {
      for (AnnotationTree annotation : modifiers.getAnnotations()) {
        var type = ASTHelpers.getSymbol(annotation.getAnnotationType());
        if (type != null
            && type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")
            && !GeneratedCode.contains(getCurrentPath())) {
          namesIn(annotation).stream()
              .filter(UnusedSuppressions.this::canBeJudged)
              .filter(name -> !suppresses(name, declaration))
              .forEach(name -> tellUnused(name, annotation));
        }
      }
    }

    private void tellUnused(String name, Tree annotation) {
      CompilerLog.warning(
          context,
          "@SuppressWarnings(\"%s\") suppresses nothing".formatted(name),
          annotation,
          file);
    }

    private boolean suppresses(String name, Tree declaration) {
      Set<Tree> inside = new HashSet<>();
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
          if (tree != null) {
            inside.add(tree);
          }
          return super.scan(tree, null);
        }
      }.scan(declaration, null);
      return findings.stream()
          .filter(finding -> inside.contains(finding.tree()))
          .anyMatch(
              finding ->
                  name.equals(LostUpdateChecker.ALL_CHECKS)
                      || name.equals(FindingIdentity.checkOf(finding.kind())));
    }
  }

  /** A check that is off finds nothing anywhere. */
  private boolean canBeJudged(String name) {
    return name.equals(LostUpdateChecker.ALL_CHECKS)
        ? enabled.size() == FindingKind.values().length
        : enabled.contains(name);
  }

  private static ImmutableSet<String> namesIn(AnnotationTree annotation) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (ExpressionTree argument : annotation.getArguments()) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
          if (literal.getValue() instanceof String name) {
            names.add(name);
          }
          return null;
        }
      }.scan(argument, null);
    }
    return names.build();
  }
}
