package dev.interlock.fixes;

import com.google.common.base.Ascii;
import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
import dev.interlock.fixes.Guard.How;
import java.util.Objects;
import java.util.regex.Pattern;

/** A new private lock guards all uses of some variables of a class. */
record NewLock() implements Remedy {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/");

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Edits edits = new Edits(file);
    CommonLock common = new CommonLock(file, edits, subjects);
    Refusal.unless(common.usualGuard().isEmpty(), "a lock is in use");
    Refusal.unless(
        subjects.stream().flatMap(s -> s.findings().stream()).noneMatch(NewLock::isInSection),
        "a lock is in use that the shape of the code does not tell");
    if (subjects.size() == 1 && subjects.get(0).isBehindGiven(file)) {
      return lockOf(file, edits, common, subjects);
    }
    String name = common.isLocal() ? "lock" : lockName(file, common, subjects);
    if (common.isLocal()) {
      TreePath place = file.declarationOf(subjects.get(0).variable()).orElseThrow();
      name = edits.freshName(name, place);
      declare(file, edits, subjects, "Object " + name);
    } else if (!name.equals("this") && !name.endsWith(".class")) {
      String modifiers = common.isStatic() ? "private static final " : "private final ";
      declare(file, edits, subjects, modifiers + "Object " + name);
    }
    if (!common.isLocal()) {
      edits.declares(name);
    }
    new NewSections(file, subjects).checkNotResetOnFailure();
    common.applyNew(new Guard(name, How.MONITOR));
    return new Patch(
        "Guard " + ExistingLock.names(subjects) + " by one lock",
        subjects,
        edits,
        true,
        common.bystanders(new Guard(name, How.MONITOR)));
  }

  /** Returns whether the update is made in a section of its own, such as one of a stamped lock. */
  private static boolean isInSection(Finding finding) {
    return finding.kind() == FindingKind.SPLIT_CRITICAL_SECTION
        && !finding.write().locks().isEmpty();
  }

  /**
   * An array or collection that was handed in is what all who have it share, and so is its lock.
   */
  private static Patch lockOf(
      SourceFile file, Edits edits, CommonLock common, ImmutableList<Subject> subjects) {
    VarSymbol variable = subjects.get(0).variable();
    checkIsOwn(file, subjects);
    Refusal.unless(
        Ownership.mayBeLocked(file, variable), "the state of an object that others have, too");
    Guard guard = new Guard(variable.getSimpleName().toString(), How.MONITOR);
    common.applyNew(guard);
    return new Patch(
        "Lock " + ExistingLock.names(subjects) + " itself, which all who have it share",
        subjects,
        edits,
        true,
        common.bystanders(guard));
  }

  /** What code elsewhere may use is guarded by the monitor that it can take as well. */
  private static String lockName(
      SourceFile file, CommonLock common, ImmutableList<Subject> subjects) {
    ClassSymbol owner = common.owner();
    if (subjects.stream().noneMatch(s -> Migration.isOpen(file, s.variable()))
        && subjects.stream().allMatch(s -> isUsedInside(file, s.variable()))) {
      return nameInClass(file, common, subjects);
    }
    Refusal.unless((owner.flags() & Flags.RECORD) == 0, "the state of a value");
    String name = common.isStatic() ? owner.getSimpleName() + ".class" : "this";
    for (Subject subject : subjects) {
      Refusal.unless(!subject.variable().isPublic(), "code elsewhere may use the field");
      Elsewhere.checkHolds(file, subject, new Guard(name, How.MONITOR));
    }
    return name;
  }

  /** Returns whether all code that uses the field knows the private members of its class. */
  private static boolean isUsedInside(SourceFile file, VarSymbol field) {
    return file.usesOf(field).stream()
        .map(LockName::enclosingClass)
        .allMatch(user -> user != null && user.outermostClass() == field.outermostClass());
  }

  static String nameInClass(SourceFile file, CommonLock common, ImmutableList<Subject> subjects) {
    ClassSymbol owner = common.owner();
    checkIsOwn(file, subjects);
    boolean isStatic = common.isStatic();
    Refusal.unless(
        (owner.flags() & (Flags.INTERFACE | Flags.RECORD)) == 0 || isStatic,
        "the class can have no lock of its own");
    boolean isPlain =
        !Migration.isSerializable(file, owner)
            && !Migration.isMapped(owner)
            && !file.looksAtFields();
    return isStatic || isPlain ? name(file, subjects, isStatic) : "this";
  }

  /** Refuses variables that code elsewhere, which does not know the lock, may use. */
  private static void checkIsOwn(SourceFile file, ImmutableList<Subject> subjects) {
    for (Subject subject : subjects) {
      Refusal.unless(
          !Migration.isOpen(file, subject.variable()), "code elsewhere may use the field");
    }
  }

  private static String name(SourceFile file, ImmutableList<Subject> subjects, boolean isStatic) {
    String usual = isStatic ? "LOCK" : "lock";
    String variable = subjects.get(0).variable().name.toString();
    boolean isConstant = Ascii.toUpperCase(variable).equals(variable);
    String constant =
        isConstant ? variable : CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, variable);
    boolean isOne = subjects.size() == 1;
    String special =
        isStatic ? (isOne ? constant : "STATE") + "_LOCK" : (isOne ? variable : "state") + "Lock";
    return file.freshName(usual).equals(usual) ? usual : file.freshName(special);
  }

  static void declare(
      SourceFile file, Edits edits, ImmutableList<Subject> subjects, String declaration) {
    Tree first = null;
    for (Subject subject : subjects) {
      VarSymbol variable = subject.variable();
      Refusal.unless(
          variable.getAnnotationMirrors().stream()
              .noneMatch(a -> a.type.tsym.getSimpleName().contentEquals("GuardedBy")),
          "an annotation names another lock");
      if (variable.getKind().isField()) {
        Migration.checkNotUsedBefore(file, variable);
      } else {
        TreePath path = file.declarationOf(variable).orElseThrow();
        Refusal.unless(!Statements.listAround(path).isEmpty(), "not declared in a block");
      }
      Tree tree = file.declarationOf(variable).orElseThrow().getLeaf();
      if (first == null || file.start(tree) < file.start(first)) {
        first = tree;
      }
    }
    int start = file.start(Objects.requireNonNull(first));
    String line = declaration + " = new Object();\n";
    String indent = file.indentAt(start);
    if (beginsLine(file, start)) {
      int above = file.startWithComments(first);
      boolean commented = above < file.lineStart(start);
      edits.insert(above, edits.lines(indent + line + (commented ? "\n" : "")));
    } else {
      edits.insert(start, edits.lines(line + indent));
    }
  }

  /** Returns whether no more than a comment stands before {@code position} in its line. */
  private static boolean beginsLine(SourceFile file, int position) {
    String before = file.text().substring(file.lineStart(position), position);
    return COMMENT.matcher(before).replaceAll("").isBlank();
  }
}
