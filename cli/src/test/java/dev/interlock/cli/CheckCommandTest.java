package dev.interlock.cli;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} prints what is found, exits as linters do, and says what to do where it cannot. */
final class CheckCommandTest {
  @TempDir Path folder;
  private SourceTree sources;

  @BeforeEach
  void createSources() {
    sources = new SourceTree(folder);
  }

  @Test
  void findingIsPrintedAndExitsWithOne() {
    sources
        .with("door/Launcher.java", SourceTree.LAUNCHER)
        .with("door/Counter.java", SourceTree.COUNTER);

    Run run = Run.of("check", sources.toString());

    assertThat(run.out())
        .contains("Counter.java:7: error: [UnsafeReadModifyWrite] 'count' is read");
    assertThat(run.out()).contains("Thread A: a task launched by pool.execute(...)");
    assertThat(run.err()).endsWith("2 files checked, 1 finding in 1 file.\n");
    assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
  }

  @Test
  void cleanCodePrintsNothingAndExitsWithZero() {
    sources
        .with("door/Launcher.java", SourceTree.LAUNCHER)
        .with("door/Counter.java", SourceTree.GOOD_COUNTER);

    Run run = Run.of("check", sources.toString());

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("2 files checked, nothing found.\n");
    assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void findingOutsideOfTheFilesThatAreNamedIsNone() {
    sources
        .with("door/Launcher.java", SourceTree.LAUNCHER)
        .with("door/Counter.java", SourceTree.COUNTER);

    Run run = Run.of("check", folder.resolve("door/Counter.java").toString());

    assertThat(run.err()).endsWith("1 file checked, nothing found.\n");
    assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void moduleDeclarationIsLeftOut() {
    sources
        .with("module-info.java", "module door { requires org.slf4j; }")
        .with("door/Counter.java", SourceTree.GOOD_COUNTER);

    assertThat(Run.of("check", sources.toString()).status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void filesThatDoNotCompileAreLeftOutAndTheOthersChecked() {
    sources
        .with("door/Launcher.java", SourceTree.LAUNCHER)
        .with("door/Counter.java", SourceTree.COUNTER)
        .with("door/Stranger.java", SourceTree.STRANGER)
        .with("door/Friend.java", "package door; class Friend { Stranger stranger; }");

    Run run = Run.of("check", sources.toString());

    assertThat(run.out()).contains("Counter.java:7: error: [UnsafeReadModifyWrite]");
    assertThat(run.err()).contains("package com.example.missing does not exist");
    assertThat(run.err()).contains("2 of 4 files do not compile");
    assertThat(run.err()).contains("Name them with --classpath");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void nothingIsCalledCheckedIfNothingCompiles() {
    sources.with("door/Stranger.java", SourceTree.STRANGER);

    Run run = Run.of("check", sources.toString());

    assertThat(run.err()).contains("nothing could be checked");
    assertThat(run.err()).doesNotContain("nothing found");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void libraryOnTheClassPathIsSeen() {
    sources.with(
        "door/Counts.java",
        """
        package door;

        import com.google.common.collect.ImmutableList;

        class Counts {
          ImmutableList<Integer> all;
        }
        """);

    Run without = Run.of("check", sources.toString());
    Run with = Run.of("check", "-cp", System.getProperty("java.class.path"), sources.toString());

    assertThat(without.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(with.status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void missingEntryOfAPathIsNamed() {
    sources.with("door/Counter.java", SourceTree.COUNTER);

    Run run =
        Run.of("check", "-cp", folder.resolve("lib/missing.jar").toString(), folder.toString());

    assertThat(run.err()).contains("missing.jar, which a path names");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void missingSourceIsNamed() {
    Run run = Run.of("check", folder.resolve("nowhere").toString());

    assertThat(run.err()).contains("There is no file or folder " + folder.resolve("nowhere"));
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void sourceThatCannotBeReadIsNamed() throws IOException {
    Files.createSymbolicLink(folder.resolve("Gone.java"), folder.resolve("nowhere"));

    Run run = Run.of("check", folder.toString());

    assertThat(run.err()).contains("Gone.java cannot be read");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void folderWithoutJavaFilesIsNoCleanFolder() {
    Run run = Run.of("check", folder.toString());

    assertThat(run.err()).contains("There are no Java files in");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void fileThatIsNoJavaFileIsRefused() {
    sources.with("notes.txt", "count++");

    Run run = Run.of("check", folder.resolve("notes.txt").toString());

    assertThat(run.err()).contains("notes.txt is no Java file");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void encodingIsAsked() {
    sources.with("Cafe.java", "class Cafe { String name = \"caf\u00e9\"; }".getBytes(ISO_8859_1));

    Run assumed = Run.of("check", folder.toString());
    Run named = Run.of("check", "--encoding", "ISO-8859-1", folder.toString());

    assertThat(assumed.err()).contains("as in --encoding ISO-8859-1");
    assertThat(assumed.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(named.status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void olderLanguageIsAsked() {
    sources.with("Old.java", "class Old { int _ = 1; }");

    Run assumed = Run.of("check", folder.toString());
    Run named = Run.of("check", "--release", "8", folder.toString());

    assertThat(assumed.err()).contains("as in --release 11");
    assertThat(named.status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void packageThatIsNotExportedNeedsAnOption() {
    sources.with("Peek.java", "class Peek { jdk.internal.misc.Unsafe unsafe; }");

    Run run = Run.of("check", folder.toString());
    Run named =
        Run.of(
            "check",
            "--javac-option=--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            folder.toString());

    assertThat(run.err()).contains("--javac-option=--add-exports");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(named.status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void classThatIsThereTwiceIsExplained() {
    sources
        .with("a/door/Counter.java", SourceTree.COUNTER)
        .with("b/door/Counter.java", SourceTree.GOOD_COUNTER);

    assertThat(Run.of("check", folder.toString()).err()).contains("The same class is there twice");
  }

  @Test
  void mistakeInACodeIsNotBlamedOnTheClassPath() {
    sources.with("Typo.java", "class Typo { int x = \"\"; }");

    assertThat(Run.of("check", folder.toString()).err()).contains("Only code that compiles");
  }

  @Test
  void optionThatJavacDoesNotKnowIsRefused() {
    sources.with("door/Counter.java", SourceTree.COUNTER);

    Run run = Run.of("check", "--javac-option=-nosuch", folder.toString());

    assertThat(run.err()).contains("javac refuses an option");
    assertThat(run.err()).contains("-nosuch");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void flagOfErrorPronePasses() {
    sources
        .with("door/Launcher.java", SourceTree.LAUNCHER)
        .with("door/Counter.java", SourceTree.COUNTER);

    Run run = Run.of("check", "--javac-option=-Xep:UnsafeReadModifyWrite:OFF", folder.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void mistakeInAnOptionOfThePluginIsTold() {
    sources.with("door/Counter.java", SourceTree.COUNTER);

    Run run = Run.of("check", "--javac-option=-XepOpt:Interlock:Modles=x", folder.toString());

    assertThat(run.err()).contains("there is no option -XepOpt:Interlock:Modles");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void moreThanAHundredFindingsAreAllPrinted() {
    StringBuilder fields = new StringBuilder();
    StringBuilder updates = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      fields.append("  private int f").append(i).append(";\n");
      updates.append("    f").append(i).append("++;\n");
    }
    sources
        .with("door/Launcher.java", SourceTree.LAUNCHER)
        .with(
            "door/Counter.java",
            "package door;\n\nclass Counter {\n"
                + fields
                + "  void add() {\n"
                + updates
                + "  }\n}\n");

    assertThat(Run.of("check", folder.toString()).err()).endsWith("120 findings in 1 file.\n");
  }
}
