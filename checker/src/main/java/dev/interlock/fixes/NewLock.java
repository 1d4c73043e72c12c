package dev.interlock.fixes;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.fixes.Guard.How;

/** A new private lock guards all uses of some variables of a class. */
record NewLock() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    CommonLock common = new CommonLock(file, edits, subjects);
    ClassSymbol owner = common.owner();
    Refusal.unless(common.usualGuard().isEmpty(), "a lock is in use");
    boolean isStatic = common.isStatic();
    Refusal.unless(
        (owner.flags() & (Flags.INTERFACE | Flags.RECORD)) == 0 || isStatic,
        "the class can have no lock of its own");
    String name =
        isStatic || !Migration.isSerializable(file, owner)
            ? name(file, subjects, isStatic)
            : "this";
    if (!name.equals("this")) {
      declare(file, edits, subjects, name, isStatic);
    }
    common.apply(new Guard(name, How.MONITOR));
    return new Patch(
        "Guard " + ExistingLock.names(subjects) + " by one lock", subjects, edits, true);
  }

  private static String name(SourceFile file, ImmutableList<Subject> subjects, boolean isStatic) {
    String usual = isStatic ? "LOCK" : "lock";
    String variable = subjects.get(0).variable().name.toString();
    String special =
        isStatic
            ? CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, variable) + "_LOCK"
            : variable + "Lock";
    return file.freshName(usual).equals(usual) ? usual : file.freshName(special);
  }

  private static void declare(
      SourceFile file,
      Edits edits,
      ImmutableList<Subject> subjects,
      String name,
      boolean isStatic) {
    Tree first = null;
    for (Subject subject : subjects) {
      Refusal.unless(
          subject.variable().getAnnotationMirrors().stream()
              .noneMatch(a -> a.type.tsym.getSimpleName().contentEquals("GuardedBy")),
          "an annotation names another lock");
      Migration.checkNotUsedBefore(file, subject.variable());
      Tree declaration = Migration.declaration(file, subject.variable());
      if (first == null || file.start(declaration) < file.start(first)) {
        first = declaration;
      }
    }
    int line = file.startWithComments(java.util.Objects.requireNonNull(first));
    boolean commented = line < file.lineStart(file.start(first));
    edits.declares(name);
    edits.insert(
        line,
        edits.lines(
            file.indentAt(file.start(first))
                + "private "
                + (isStatic ? "static " : "")
                + "final Object "
                + name
                + " = new Object();\n"
                + (commented ? "\n" : "")));
  }
}
