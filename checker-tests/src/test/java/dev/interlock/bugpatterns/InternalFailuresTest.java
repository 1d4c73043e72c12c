package dev.interlock.bugpatterns;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.BugPattern;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.ConcurrencyAnalysis;
import dev.interlock.config.Options;
import dev.interlock.library.AnnotationMeaning;
import dev.interlock.library.EntryMode;
import dev.interlock.library.LibraryModel;
import dev.interlock.library.MethodModel;
import dev.interlock.library.TypeFlag;
import dev.interlock.testing.CheckTester;
import java.util.Optional;
import java.util.function.Supplier;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** A failure of ours costs findings, and never the build; and it is not kept secret. */
final class InternalFailuresTest {
  private static final CheckTester FAILING =
      CheckTester.of(
              """
              class Visits {
                private volatile int count;

                void visit() {
                  System.out.println(count++);
                }
              }
              """)
          .withCheck(Failing.class);

  @Test
  void failureIsANoteThatNamesWhatWasSkipped() {
    assertThat(FAILING.onlyMessage())
        .isEqualTo(
            "Interlock skipped Visits because of an internal failure:"
                + " java.lang.IllegalStateException: no model;"
                + " -XepOpt:Interlock:Debug=true shows where it happened");
    assertThat(FAILING.diagnostics().get(0).getKind()).isEqualTo(Diagnostic.Kind.NOTE);
  }

  @Test
  void noteDoesNotDependOnLint() {
    assertThat(FAILING.withOptions("-Xlint:none", "-nowarn").diagnostics()).hasSize(1);
  }

  @Test
  void noteDoesNotFailACompilationThatFailsOnWarnings() {
    assertThat(FAILING.withOptions("-Werror").diagnostics()).hasSize(1);
  }

  @Test
  void assertionOfJavacThatFailsIsAFailureLikeAnyOther() {
    CheckTester doubting = FAILING.withCheck(Doubting.class);

    assertThat(doubting.onlyMessage()).contains("java.lang.AssertionError: isSubClass T");
    assertThat(doubting.diagnostics().get(0).getKind()).isEqualTo(Diagnostic.Kind.NOTE);
  }

  @Test
  void stackTraceIsShownOnDemand() {
    assertThat(FAILING.onlyMessage()).doesNotContain("\tat ");
    assertThat(FAILING.withOptions("-XepOpt:Interlock:Debug=true").onlyMessage())
        .contains("\tat " + FailingModel.class.getName() + ".method(");
  }

  @Test
  void testOfACheckFailsOnTheNote() {
    AssertionError error = assertThrows(AssertionError.class, FAILING::reportsWhatIsMarked);

    assertThat(error).hasMessageThat().contains("Interlock skipped Visits");
  }

  /** Has the file analysed with a library model that fails, twice. */
  @BugPattern(summary = "fails", severity = BugPattern.SeverityLevel.ERROR)
  public static final class Failing extends BugChecker implements CompilationUnitTreeMatcher {
    private static final long serialVersionUID = 1L;

    @Override
    public Description matchCompilationUnit(CompilationUnitTree tree, VisitorState state) {
      return analyse(tree, state, new FailingModel(() -> new IllegalStateException("no model")));
    }
  }

  /** Has the file analysed with a library model in which an assertion of javac fails. */
  @BugPattern(summary = "fails", severity = BugPattern.SeverityLevel.ERROR)
  public static final class Doubting extends BugChecker implements CompilationUnitTreeMatcher {
    private static final long serialVersionUID = 1L;

    @Override
    public Description matchCompilationUnit(CompilationUnitTree tree, VisitorState state) {
      return analyse(tree, state, new FailingModel(() -> new AssertionError("isSubClass T")));
    }
  }

  private static Description analyse(
      CompilationUnitTree tree, VisitorState state, LibraryModel model) {
    Options options = Options.parse(state.errorProneOptions().getFlags());
    InternalFailures failures = new InternalFailures(state.context, options.debug());
    ConcurrencyAnalysis analysis = ConcurrencyAnalysis.instance(state.context, model, failures);
    assertThat(analysis.findingsIn(tree)).isEmpty();
    failures.accept(
        new ConcurrencyAnalysis.Skipped("Visits", new IllegalStateException("told before")));
    return Description.NO_MATCH;
  }

  /** Fails when it is asked for a method. */
  private record FailingModel(Supplier<Throwable> failure) implements LibraryModel {
    @Override
    public Optional<MethodModel> method(MethodSymbol method, Types types) {
      Throwable thrown = failure.get();
      Throwables.throwIfUnchecked(thrown);
      throw new IllegalStateException(thrown);
    }

    @Override
    public ImmutableSet<TypeFlag> flags(TypeSymbol type, Types types) {
      return ImmutableSet.of();
    }

    @Override
    public Optional<AnnotationMeaning> annotation(String qualifiedName) {
      return Optional.empty();
    }

    @Override
    public Optional<AnnotationMeaning> annotation(Attribute.Compound annotation) {
      return Optional.empty();
    }

    @Override
    public Optional<EntryMode> entry(MethodSymbol method, Types types) {
      return Optional.empty();
    }
  }
}
