package dev.interlock.soundness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.interlock.bugpatterns.AtomicGetThenSet;
import dev.interlock.bugpatterns.InconsistentLocking;
import dev.interlock.bugpatterns.NonAtomicCheckThenAct;
import dev.interlock.bugpatterns.SplitCriticalSection;
import dev.interlock.bugpatterns.UnguardedCollectionMutation;
import dev.interlock.bugpatterns.UnsafeReadModifyWrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** What the checks say. */
final class Analysis {
  private static final Pattern CHECK = Pattern.compile("\\[(\\w+)\\] ");

  private Analysis() {}

  /** Returns the checks that report something in each subject. */
  static ImmutableSetMultimap<Subject, String> run(List<Path> files, List<Subject> subjects)
      throws IOException {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler compiler =
        new BaseErrorProneJavaCompiler(
            ScannerSupplier.fromBugCheckerClasses(
                AtomicGetThenSet.class,
                InconsistentLocking.class,
                NonAtomicCheckThenAct.class,
                SplitCriticalSection.class,
                UnguardedCollectionMutation.class,
                UnsafeReadModifyWrite.class));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      boolean unused =
          compiler
              .getTask(
                  null,
                  manager,
                  said,
                  ImmutableList.of(
                      "-XDcompilePolicy=simple",
                      "--should-stop=ifError=FLOW",
                      "--should-stop=ifNoError=FLOW",
                      "-proc:none",
                      "-Xmaxerrs",
                      "0"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
    }
    ImmutableSetMultimap.Builder<Subject, String> findings = ImmutableSetMultimap.builder();
    for (Diagnostic<? extends JavaFileObject> diagnostic : said.getDiagnostics()) {
      Matcher check = CHECK.matcher(diagnostic.getMessage(Locale.ENGLISH));
      if (check.lookingAt()) {
        findings.put(subjectAt(diagnostic, subjects), check.group(1));
      } else if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        throw new IllegalStateException("a program does not compile: " + diagnostic);
      }
    }
    return findings.build();
  }

  private static Subject subjectAt(
      Diagnostic<? extends JavaFileObject> finding, List<Subject> subjects) {
    return subjects.stream()
        .filter(subject -> subject.covers(finding.getSource().toUri(), finding.getLineNumber()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a finding in no program: " + finding));
  }
}
