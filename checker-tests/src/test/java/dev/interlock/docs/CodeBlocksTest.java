package dev.interlock.docs;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.interlock.config.Options;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.CheckTester;
import dev.interlock.testing.InterlockChecks;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Code in the documentation does what it says, or says that it was not run. */
final class CodeBlocksTest {
  private static final String JAVA = "java";
  private static final String SHELL = "sh";
  private static final String XML = "xml";
  private static final String TEXT = "text";
  private static final String DIFF = "diff";

  /** What needs tools that our build does not have. */
  private static final String[] NOT_RUN = {"groovy", "python", "yaml"};

  private static final Pattern WHOLE_FILE =
      Pattern.compile("(?m)^(?:(?:public |final |abstract )*)(?:class|interface|enum|record) ");

  /** What the build puts into a file of an integration test. */
  private static final Pattern PLACEHOLDER = Pattern.compile("@[\\w.-]+@");

  private static final Pattern SEVERITY = Pattern.compile("-Xep:(\\w+):(?:OFF|WARN|ERROR)");
  private static final Pattern OPTION = Pattern.compile("-XepOpt:Interlock:(\\w+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern INDENTED_CODE = Pattern.compile("\n\n {4}\\S");

  /** What stands for the lines between two pieces of a diff. */
  private static final Splitter HUNK_END = Splitter.on("...\n").omitEmptyStrings();

  @TempDir Path work;

  static Stream<CodeBlock> all() {
    return CodeBlock.all();
  }

  static Stream<CodeBlock> java() {
    return CodeBlock.in(JAVA);
  }

  static Stream<CodeBlock> shell() {
    return CodeBlock.in(SHELL);
  }

  static Stream<CodeBlock> xml() {
    return CodeBlock.in(XML);
  }

  static Stream<CodeBlock> notRun() {
    return CodeBlock.in(NOT_RUN);
  }

  static Stream<CodeBlock> excerpts() {
    return CodeBlock.all()
        .filter(block -> block.file().isPresent() && !block.language().equals(DIFF));
  }

  static Stream<CodeBlock> diffs() {
    return CodeBlock.in(DIFF);
  }

  /** Without those that name a file which a reader would have. */
  static Stream<CodeBlock> flags() {
    return CodeBlock.in(TEXT)
        .filter(block -> block.text().startsWith("-Xplugin:ErrorProne"))
        .filter(block -> !block.text().contains(".txt"));
  }

  static ImmutableList<Path> pages() {
    return CodeBlock.pages();
  }

  @ParameterizedTest
  @MethodSource("all")
  void languageIsSaidAndOneThatIsLookedAfter(CodeBlock block) {
    ImmutableList<String> known =
        ImmutableList.<String>builder().add(JAVA, SHELL, XML, TEXT, DIFF).add(NOT_RUN).build();

    assertThat(block.language()).isIn(known);
  }

  @ParameterizedTest
  @MethodSource("java")
  void javaIsReportedWhereItIsMarkedOrIsAnExcerptOfAnExample(CodeBlock block) throws IOException {
    if (WHOLE_FILE.matcher(block.text()).find()) {
      CheckTester.of(block.text()).reportsWhatIsMarked();
    } else {
      assertWithMessage("Examples that hold this excerpt")
          .that(examples().filter(file -> isExcerpt(block.text(), file)).toList())
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("excerpts")
  void excerptIsOfAFileOfATestedProject(CodeBlock block) {
    Path file = block.file().orElseThrow();

    assertThat(file.toString()).contains("integration-tests/src/it/");
    assertWithMessage("%s\nis in %s", block.text(), file)
        .that(isExcerpt(block.text(), file))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("xml")
  void xmlIsWellFormedAndTested(CodeBlock block) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(block.text())));

    assertThat(block.file()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("shell")
  void shellIsShellAndRunsScriptsThatAreThere(CodeBlock block) throws Exception {
    Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    bash.outputWriter(UTF_8).append(block.text()).close();

    assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(bash.waitFor()).isEqualTo(0);
    block
        .text()
        .lines()
        .filter(line -> line.startsWith("./"))
        .map(line -> BuildLayout.projectRoot().resolve(line.split(" ", 2)[0]))
        .forEach(
            script -> assertWithMessage("%s", script).that(Files.isExecutable(script)).isTrue());
  }

  @ParameterizedTest
  @MethodSource("flags")
  void flagsAreAcceptedByErrorProne(CodeBlock block) {
    List<String> flags =
        Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(block.text());

    CheckTester.of("final class Harmless {}")
        .withOptions(flags.subList(1, flags.size()).toArray(String[]::new))
        .reportsWhatIsMarked();
  }

  @ParameterizedTest
  @MethodSource("diffs")
  void diffIsWhatThePatchMakesOfTheFile(CodeBlock block) throws IOException {
    PatchedFile file = PatchedFile.of(block.file().orElseThrow(), work);

    hunks(block.text(), '-').forEach(hunk -> assertThat(file.before()).contains(hunk));
    hunks(block.text(), '+').forEach(hunk -> assertThat(file.after()).contains(hunk));
  }

  @ParameterizedTest
  @MethodSource("notRun")
  void codeThatIsNotRunIsCalledSo(CodeBlock block) {
    assertThat(block.section()).contains("Not run here.");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFlagNamesACheckAndEveryOptionIsOneOfOurs(Path page) throws IOException {
    String text = Files.readString(page);

    SEVERITY
        .matcher(text)
        .results()
        .map(flag -> flag.group(1))
        .filter(name -> !name.equals("Interlock"))
        .forEach(name -> assertThat(name).isIn(InterlockChecks.NAMES));
    OPTION
        .matcher(text)
        .results()
        .map(option -> option.group(1))
        .forEach(name -> assertThat(name).isIn(Options.NAMES));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksToOtherFilesLeadSomewhere(Path page) throws IOException {
    LINK.matcher(Files.readString(page))
        .results()
        .map(link -> page.resolveSibling(link.group(1)))
        .forEach(target -> assertWithMessage("%s", target).that(Files.exists(target)).isTrue());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void codeIsFencedSoThatItIsFound(Path page) throws IOException {
    assertThat(INDENTED_CODE.matcher(Files.readString(page)).find()).isFalse();
  }

  /** The pieces of one side of a diff: its lines with that sign, and those of both sides. */
  private static Stream<String> hunks(String diff, char sign) {
    return HUNK_END
        .splitToStream(diff)
        .map(
            hunk ->
                hunk.lines()
                    .filter(line -> line.charAt(0) == sign || line.charAt(0) == ' ')
                    .map(line -> line.substring(1))
                    .collect(joining("\n")))
        .map(PatchedFile::stripped);
  }

  private static Stream<Path> examples() {
    return BuildLayout.javaFiles(BuildLayout.projectRoot().resolve("examples/src")).stream();
  }

  /**
   * Whether the lines of a block follow each other in a file, whose placeholders stand for a word.
   */
  private static boolean isExcerpt(String block, Path file) {
    ImmutableList<Pattern> lines =
        CodeBlock.lines(file).stream().map(CodeBlocksTest::line).collect(toImmutableList());
    List<String> wanted = block.lines().toList();
    for (int start = 0; start + wanted.size() <= lines.size(); start++) {
      if (follows(wanted, lines.subList(start, start + wanted.size()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean follows(List<String> wanted, List<Pattern> lines) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!lines.get(i).matcher(wanted.get(i)).matches()) {
        return false;
      }
    }
    return true;
  }

  private static Pattern line(String line) {
    return Pattern.compile(
        Splitter.on(PLACEHOLDER)
            .splitToStream(line)
            .map(Pattern::quote)
            .collect(joining("[\\w.-]+")));
  }
}
