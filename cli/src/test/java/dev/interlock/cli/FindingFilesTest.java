package dev.interlock.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings as files: SARIF, and pages made of it. */
final class FindingFilesTest {
  @TempDir Path folder;
  private Path sources;
  private Path sarif;
  private Path html;

  @BeforeEach
  void createSources() {
    sources = folder.resolve("src");
    sarif = folder.resolve("out of/found.sarif");
    html = folder.resolve("out of/found.html");
    new SourceTree(sources)
        .with("door/Launcher.java", SourceTree.LAUNCHER)
        .with("door/Counter.java", SourceTree.COUNTER);
  }

  @Test
  void checkWritesSarifAndAPage() throws IOException {
    Run run =
        Run.of("check", "--sarif", sarif.toString(), "--html", html.toString(), sources.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
    assertThat(run.err()).endsWith("Wrote " + sarif + ".\nWrote " + html + ".\n");
    assertThat(Files.readString(sarif)).contains("\"ruleId\": \"UnsafeReadModifyWrite\"");
    assertThat(Files.readString(html)).contains("<h1>1 lost update</h1>");
    assertThat(Files.readString(html)).contains(">lost: B&#39;s value<");
  }

  @Test
  void pageNeedsNoSarifToBeAskedFor() throws IOException {
    Run run = Run.of("check", "--html", html.toString(), sources.toString());

    assertThat(run.err()).endsWith("1 finding in 1 file.\nWrote " + html + ".\n");
    assertThat(Files.readString(html)).contains("<h1>1 lost update</h1>");
  }

  @Test
  void pageIsMadeOfAFolderOfSarif() throws IOException {
    Run check = Run.of("check", "--sarif", sarif.toString(), sources.toString());
    assertThat(check.status()).isEqualTo(ExitStatus.FOUND);

    Run run = Run.of("html", "-o", html.toString(), folder.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    assertThat(run.err()).isEqualTo("Wrote " + html + ".\n");
    assertThat(Files.readString(html)).contains("<h1>1 lost update</h1>");
  }

  @Test
  void sarifIsMerged() throws IOException {
    Run check = Run.of("check", "--sarif", sarif.toString(), sources.toString());
    assertThat(check.status()).isEqualTo(ExitStatus.FOUND);
    Path merged = folder.resolve("all.sarif");

    Run run = Run.of("merge", "-o", merged.toString(), sarif.toString(), sarif.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    assertThat(Files.readString(merged)).isEqualTo(Files.readString(sarif));
  }

  @Test
  void missingFileAndEmptyFolderSayHowToGetOne() throws IOException {
    Run missing = Run.of("html", folder.resolve("none.sarif").toString());
    Run empty = Run.of("html", sources.toString());

    assertThat(missing.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(missing.err()).contains("write it with -XepOpt:Interlock:Sarif=");
    assertThat(empty.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(empty.err()).contains("There is no file in " + sources);
  }

  @Test
  void fileThatIsNoSarifIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.sarif"), "hello");

    Run run = Run.of("html", "-o", html.toString(), file.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err()).startsWith("A file is not what Interlock writes as SARIF");
    assertThat(Files.exists(html)).isFalse();
  }

  @Test
  void fileThatCannotBeWrittenIsNamedAndWhatIsThereStays() throws IOException {
    Path folderInTheWay = Files.createDirectories(html.resolve("something"));

    Run check = Run.of("check", "--html", html.toString(), sources.toString());
    Run log = Run.of("check", "--sarif", html.toString(), sources.toString());

    for (Run run : ImmutableList.of(check, log)) {
      assertThat(run.out()).contains("[UnsafeReadModifyWrite]");
      assertThat(run.err()).contains("Cannot write " + html);
      assertThat(run.err()).doesNotContain("Interlock itself failed");
      assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    }
    assertThat(Files.isDirectory(folderInTheWay)).isTrue();
  }

  @Test
  void readOnlyPageStaysAsItIs() throws IOException {
    Files.createDirectories(html.getParent());
    Files.writeString(html, "from before");
    assertThat(html.toFile().setReadOnly()).isTrue();

    Run run = Run.of("check", "--html", html.toString(), sources.toString());

    assertThat(run.err()).contains("Cannot write " + html);
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(Files.readString(html)).isEqualTo("from before");
  }

  @Test
  void resultOfAnEarlierCheckStaysWhereNothingCompiles() throws IOException {
    Run.of("check", "--sarif", sarif.toString(), sources.toString());
    String before = Files.readString(sarif);
    Path stranger = folder.resolve("stranger");
    new SourceTree(stranger).with("door/Stranger.java", SourceTree.STRANGER);

    Run run = Run.of("check", "--sarif", sarif.toString(), stranger.toString());

    assertThat(run.err()).doesNotContain("Wrote");
    assertThat(Files.readString(sarif)).isEqualTo(before);
  }

  @Test
  void nothingIsWrittenThatWasNotAskedFor() throws IOException {
    ImmutableList<Path> before = all(folder);

    assertThat(Run.of("check", sources.toString()).status()).isEqualTo(ExitStatus.FOUND);

    assertThat(all(folder)).isEqualTo(before);
  }

  private static ImmutableList<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().collect(toImmutableList());
    }
  }
}
