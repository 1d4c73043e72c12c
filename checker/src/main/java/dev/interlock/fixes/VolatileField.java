package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.verdict.Finding;

/**
 * A field that is looked at without the lock first becomes volatile, so that who sees an object
 * sees all of it: double-checked locking (Bloch, Effective Java, item 83).
 */
record VolatileField() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    VarSymbol field = subject.variable();
    Refusal.unless(
        field.getKind().isField() && (field.flags() & (Flags.FINAL | Flags.VOLATILE)) == 0,
        "not a plain field");
    Refusal.unless(
        !ASTHelpers.hasAnnotation(field, "javax.annotation.concurrent.GuardedBy", file.state())
            && field.getAnnotationMirrors().stream()
                .noneMatch(a -> a.type.tsym.getSimpleName().contentEquals("GuardedBy")),
        "an annotation says that a lock guards the field");
    subject.findings().forEach(finding -> checkIsComplete(file, field, finding));
    Edits edits = new Edits(file);
    VariableTree declaration = Migration.declaration(file, field);
    edits.insert(file.start(declaration.getType()), "volatile ");
    return Patch.lockFree("Make '" + field.name + "' volatile", subjects, edits);
  }

  /** Refuses if the object is changed after it can be seen: volatile would come too early. */
  private static void checkIsComplete(SourceFile file, VarSymbol field, Finding finding) {
    Refusal.unless(finding.isPublication(), "more is lost than what a first look may see");
    for (TreePath at = file.path(finding.tree());
        at.getParentPath() != null && !SourceFile.isContainer(at.getLeaf());
        at = at.getParentPath()) {
      if (at.getLeaf() instanceof SynchronizedTree) {
        return;
      }
      for (StatementTree later : Statements.following(at)) {
        Refusal.unless(
            !Expressions.contains(later, t -> isUse(t, field)), "the object is not complete yet");
      }
    }
  }

  private static boolean isUse(Tree tree, VarSymbol field) {
    return ASTHelpers.getSymbol(tree) == field;
  }
}
