package dev.interlock.fixes;

import com.google.errorprone.BugCheckerRefactoringTestHelper;
import com.google.errorprone.BugCheckerRefactoringTestHelper.FixChoosers;
import com.google.errorprone.BugCheckerRefactoringTestHelper.TestMode;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.interlock.bugpatterns.AtomicGetThenSet;
import dev.interlock.bugpatterns.InconsistentLocking;
import dev.interlock.bugpatterns.NonAtomicCheckThenAct;
import dev.interlock.bugpatterns.SplitCriticalSection;
import dev.interlock.bugpatterns.UnguardedCollectionMutation;
import dev.interlock.bugpatterns.UnsafeReadModifyWrite;

/** Compares what all checks together make of a file with what they should, white space aside. */
final class Refactoring {
  private static final String FILE = "Sample.java";

  private final String[] options;

  private Refactoring(String... options) {
    this.options = options;
  }

  /** With the fixes that an expert would choose. */
  static Refactoring byDefault() {
    return new Refactoring();
  }

  /** With {@code -XepOpt:Interlock:Fix=family}. */
  static Refactoring preferring(String family) {
    return new Refactoring("-XepOpt:Interlock:Fix=" + family);
  }

  /** With the fixes of what is merely suspected as well. */
  static Refactoring ofSuspected() {
    return new Refactoring("-XepOpt:Interlock:Report=suspected");
  }

  /** With {@code -XepOpt:Interlock:LongAdder=true}. */
  static Refactoring withLongAdders() {
    return new Refactoring("-XepOpt:Interlock:LongAdder=true");
  }

  /** Holds that the second fixes, shown beside the first, would do this. */
  void offersToo(String before, String after) {
    helper()
        .setFixChooser(FixChoosers.SECOND)
        .addInputLines(FILE, before)
        .addOutputLines(FILE, after)
        .doTest(TestMode.TEXT_MATCH);
  }

  /** Holds that the fixes turn {@code before} into {@code after}, comments included. */
  void turns(String before, String after) {
    helper().addInputLines(FILE, before).addOutputLines(FILE, after).doTest(TestMode.TEXT_MATCH);
  }

  /** Holds that there is no fix for what is wrong with {@code source}. */
  void leaves(String source) {
    helper().addInputLines(FILE, source).expectUnchanged().doTest(TestMode.TEXT_MATCH);
  }

  private BugCheckerRefactoringTestHelper helper() {
    return BugCheckerRefactoringTestHelper.newInstance(
            ScannerSupplier.fromBugCheckerClasses(
                UnsafeReadModifyWrite.class,
                AtomicGetThenSet.class,
                NonAtomicCheckThenAct.class,
                UnguardedCollectionMutation.class,
                InconsistentLocking.class,
                SplitCriticalSection.class),
            Refactoring.class)
        .setArgs(options);
  }
}
