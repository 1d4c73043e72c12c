package dev.interlock.report.sarif;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.InterlockChecks;
import dev.interlock.testing.Project;
import dev.interlock.testing.SarifSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a compilation writes when it is asked for SARIF. */
final class SarifFileTest {
  private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");

  private static final String ALBUMS =
      """
      import java.util.List;
      import java.util.concurrent.ExecutorService;

      class Albums {
      	private int count;

      	void uploadAll(ExecutorService uploaders, List<Runnable> photos) {
      		for (Runnable photo : photos) {
      			uploaders.submit(() -> upload(photo));
      		}
      	}

      	private void upload(Runnable photo) {
      		int current = count;
      		photo.run();
      		count = current + 1;
      	}
      }
      """;

  private static final String FINE = "class Fine {}\n";

  @TempDir Path folder;
  private Path sarif;
  private Project project;

  @BeforeEach
  void setUp() {
    sarif = folder.resolve("out/found.sarif");
    project = Project.in(folder).with("Sarif", sarif).with("Root", folder);
  }

  static ImmutableList<String> checks() {
    return InterlockChecks.NAMES;
  }

  @ParameterizedTest
  @MethodSource("checks")
  void findingsOfEveryCheckAreValid(String check) throws IOException {
    String page =
        Files.readString(BuildLayout.projectRoot().resolve("docs/checks/" + check + ".md"));
    String code = CODE.matcher(page).results().map(found -> found.group(1)).findFirst().get();

    assertThat(project.compile(project.write("Code.java", code)).places()).isNotEmpty();

    JsonNode results = SarifSchema.read(sarif).at("/runs/0/results");
    assertThat(Streams.stream(results).map(result -> result.at("/ruleId").asText()))
        .contains(check);
  }

  @Test
  void fileWithoutResultsIsWrittenWhereNothingIsFound() {
    assertThat(project.compile(project.write("Fine.java", FINE)).succeeded()).isTrue();

    assertThat(SarifSchema.read(sarif).at("/runs/0/results")).isEmpty();
  }

  @Test
  void rulesSayWhatTheirPagesSay() {
    project.compile(project.write("Fine.java", FINE));

    JsonNode rules = SarifSchema.read(sarif).at("/runs/0/tool/driver/rules");
    assertThat(Streams.stream(rules).map(rule -> rule.at("/id").asText()))
        .containsExactlyElementsIn(InterlockChecks.NAMES)
        .inOrder();
    JsonNode rule = rules.get(0);
    assertThat(rule.at("/helpUri").asText()).endsWith("/docs/checks/AtomicGetThenSet.md");
    assertThat(rule.at("/help/text").asText()).contains(rule.at("/helpUri").asText());
    assertThat(rule.at("/help/markdown").asText()).startsWith("# AtomicGetThenSet\n");
    assertThat(rule.at("/help/markdown").asText()).doesNotContain("](../");
    assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("error");
  }

  @Test
  void bothThreadsAreShownWithTheOrderOfTheirSteps() {
    project.compile(project.write("src/Albums.java", ALBUMS));

    JsonNode result = SarifSchema.readOnlyResult(sarif);
    JsonNode first = result.at("/codeFlows/0/threadFlows/0");
    JsonNode second = result.at("/codeFlows/0/threadFlows/1");
    assertThat(first.at("/message/text").asText())
        .isEqualTo("Thread A: a task launched by uploaders.submit(...) (line 9), running upload()");
    assertThat(second.at("/message/text").asText())
        .isEqualTo("Thread B: another run of the same task");
    assertThat(steps(first))
        .containsExactly(
            "9:4 passes uploaders.submit(() -> upload(photo))",
            "9:27 passes upload(photo)",
            "14:17 A reads int current = count 1",
            "16:3 A writes count = current + 1: overwrites what B wrote 3")
        .inOrder();
    assertThat(steps(second))
        .containsExactly(
            "9:4 passes uploaders.submit(() -> upload(photo))",
            "9:27 passes upload(photo)",
            "16:3 B writes count = current + 1 2")
        .inOrder();
    assertThat(first.at("/properties/locks")).isEmpty();
  }

  private static ImmutableList<String> steps(JsonNode threadFlow) {
    return Streams.stream(threadFlow.at("/locations"))
        .map(
            step ->
                "%d:%d %s%s"
                    .formatted(
                        step.at("/location/physicalLocation/region/startLine").asInt(),
                        step.at("/location/physicalLocation/region/startColumn").asInt(),
                        step.at("/location/message/text").asText(),
                        step.has("executionOrder") ? " " + step.get("executionOrder") : ""))
        .collect(ImmutableList.toImmutableList());
  }

  @Test
  void placeOfAFindingIsNamedFromTheRoot() {
    project.compile(project.write("src/Albums.java", ALBUMS));

    JsonNode location = SarifSchema.readOnlyResult(sarif).at("/locations/0");
    JsonNode place = location.at("/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("src/Albums.java");
    assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    // A tab is one column.
    assertThat(place.at("/region").toString()).isEqualTo("{\"startLine\":16,\"startColumn\":3}");
    assertThat(place.at("/contextRegion/startLine").asInt()).isEqualTo(13);
    assertThat(place.at("/contextRegion/endLine").asInt()).isEqualTo(18);
    assertThat(place.at("/contextRegion/snippet/text").asText())
        .contains("\t\tphoto.run();\n\t\tcount = current + 1;\n");
    assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("Albums.upload(Runnable)");
  }

  @Test
  void rootIsTheRepositoryIfNoneIsGiven() throws IOException {
    Files.createDirectories(folder.resolve("repository/.git"));
    Project unrooted = Project.in(folder).with("Sarif", sarif);

    unrooted.compile(unrooted.write("repository/core/src/Albums.java", ALBUMS));

    assertThat(uriOf(SarifSchema.readOnlyResult(sarif))).isEqualTo("core/src/Albums.java");
  }

  @Test
  void fileOutsideOfTheRootIsNamedInFull() {
    Path source = project.write("src/Albums.java", ALBUMS);

    Project.in(folder)
        .with("Sarif", sarif)
        .with("Root", folder.resolve("elsewhere"))
        .compile(source);

    assertThat(uriOf(SarifSchema.readOnlyResult(sarif))).isEqualTo(source.toUri().toString());
  }

  private static String uriOf(JsonNode result) {
    return result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
  }

  @Test
  void fixIsThatOfErrorProne() {
    project.compile(project.write("src/Albums.java", ALBUMS));

    JsonNode fix = SarifSchema.readOnlyResult(sarif).at("/fixes/0");
    assertThat(fix.at("/description/text").asText()).isEqualTo("Make 'count' an AtomicInteger");
    assertThat(fix.at("/artifactChanges/0/artifactLocation/uri").asText())
        .isEqualTo("src/Albums.java");
    assertThat(patched(ALBUMS, fix.at("/artifactChanges/0/replacements")))
        .isEqualTo(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicInteger;

            class Albums {
            	private final AtomicInteger count = new AtomicInteger();

            	void uploadAll(ExecutorService uploaders, List<Runnable> photos) {
            		for (Runnable photo : photos) {
            			uploaders.submit(() -> upload(photo));
            		}
            	}

            	private void upload(Runnable photo) {
            		photo.run();
            		count.incrementAndGet();
            	}
            }
            """);
  }

  @Test
  void importIsAddedWhereThereWasNone() {
    String visits =
        """
        class Visits {
          private volatile int count;

          void visit() {
            count++;
          }
        }
        """;

    project.compile(project.write("Visits.java", visits));

    assertThat(
            patched(
                visits,
                SarifSchema.readOnlyResult(sarif).at("/fixes/0/artifactChanges/0/replacements")))
        .startsWith(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Visits {
            """);
  }

  private static String patched(String text, JsonNode replacements) {
    StringBuilder patched = new StringBuilder(text);
    ImmutableList.copyOf(replacements).reverse().stream()
        .forEach(
            replacement ->
                patched.replace(
                    offset(text, replacement.at("/deletedRegion"), "start"),
                    offset(text, replacement.at("/deletedRegion"), "end"),
                    replacement.at("/insertedContent/text").asText()));
    return patched.toString();
  }

  private static int offset(String text, JsonNode region, String which) {
    int line = region.get(which + "Line").asInt();
    int start =
        Pattern.compile("^", Pattern.MULTILINE)
            .matcher(text)
            .results()
            .skip(line - 1L)
            .findFirst()
            .map(MatchResult::start)
            .orElse(text.length());
    return start + region.get(which + "Column").asInt() - 1;
  }

  @Test
  void fingerprintOutlivesMovesAndReordering() {
    project.compile(project.write("src/Albums.java", ALBUMS));
    String before = fingerprintOf(SarifSchema.readOnlyResult(sarif));

    String moved =
        ALBUMS
            .replace("class Albums {\n", "/** Moved. */\nclass Albums {\n\tint size;\n")
            .replace("photo.run();", "// Long.\n\t\tphoto.run();");
    project.compile(project.write("other/src/Albums.java", moved));

    assertThat(before).matches("[0-9a-f]{32}");
    assertThat(fingerprintOf(SarifSchema.readOnlyResult(sarif))).isEqualTo(before);
  }

  @Test
  void findingsOfOneMemberHaveFingerprintsOfTheirOwn() {
    project.compile(
        project.write(
            "Visits.java",
            """
            class Visits {
              private volatile int count;

              void visit(boolean twice) {
                count++;
                if (twice) {
                  count++;
                }
              }
            }
            """));

    JsonNode results = SarifSchema.read(sarif).at("/runs/0/results");
    assertThat(results.size()).isEqualTo(2);
    assertThat(fingerprintOf(results.get(0))).isNotEqualTo(fingerprintOf(results.get(1)));
  }

  private static String fingerprintOf(JsonNode result) {
    return result.at("/partialFingerprints/interlockFinding~1v1").asText();
  }

  @Test
  void sameFindingsGiveTheSameBytesInWhateverOrderTheFilesCome() throws IOException {
    Path one = project.write("a/Albums.java", ALBUMS);
    Path two = project.write("b/Pictures.java", ALBUMS.replace("Albums", "Pictures"));

    project.compile(one, two);
    byte[] before = Files.readAllBytes(sarif);
    project.compile(two, one);

    assertThat(SarifSchema.read(sarif).at("/runs/0/results")).hasSize(2);
    assertThat(Files.readAllBytes(sarif)).isEqualTo(before);
  }

  @Test
  void classByClassAnalysisIsWrittenWhole() {
    Path one = project.write("a/Albums.java", ALBUMS);
    Path two = project.write("b/Pictures.java", ALBUMS.replace("Albums", "Pictures"));

    project.withOption("-XDcompilePolicy=byfile").compile(one, two);

    assertThat(SarifSchema.read(sarif).at("/runs/0/results")).hasSize(2);
  }

  @Test
  void suppressedFindingIsLeftOut() {
    String suppressed =
        ALBUMS.replace("class Albums", "@SuppressWarnings(\"Interlock\")\nclass Albums");

    assertThat(project.compile(project.write("Albums.java", suppressed)).succeeded()).isTrue();

    assertThat(SarifSchema.read(sarif).at("/runs/0/results")).isEmpty();
  }

  @Test
  void levelIsTheSeverityThatIsAskedFor() {
    Path source = project.write("Albums.java", ALBUMS);

    assertThat(project.withFlag("-Xep:UnsafeReadModifyWrite:WARN").compile(source).succeeded())
        .isTrue();

    assertThat(SarifSchema.readOnlyResult(sarif).at("/level").asText()).isEqualTo("warning");
  }

  @Test
  void hostileNamesAreEscaped() {
    String hostile = "src/a b/%41 \"q\" #?[x]{0}\\é\u202e\n💥/Albums.java";

    project.compile(
        project.write(
            hostile,
            ALBUMS.replace(
                "photo.run();", "photo.run(); // \\u0007 \"quoted\" </script> \u2028 💥")));

    String uri = uriOf(SarifSchema.readOnlyResult(sarif));
    assertThat(Path.of(folder.toUri().resolve(uri))).isEqualTo(folder.resolve(hostile));
    assertThat(uri).matches("[\\x21-\\x7e]+");
  }

  @Test
  void hugeCodeDoesNotMakeAHugeMessage() {
    String sum = "1" + (" + " + "1".repeat(9)).repeat(200);

    project.compile(
        project.write("Albums.java", ALBUMS.replace("current + 1", "current + (" + sum + ")")));

    JsonNode result = SarifSchema.readOnlyResult(sarif);
    assertThat(result.at("/message/text").asText().length()).isLessThan(500);
    assertThat(result.at("/codeFlows").toString().length()).isLessThan(5_000);
  }

  @Test
  void failedWriteIsAWarningAndLeavesTheBuildAlone() {
    Project.Outcome outcome = failing().compile(project.write("Fine.java", FINE));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.remarks()).hasSize(1);
    assertThat(outcome.remarks().get(0))
        .startsWith("WARNING Interlock could not write the SARIF file " + folder);
  }

  @Test
  void failedWriteIsANoteWhereWarningsFailTheBuild() {
    Project.Outcome outcome =
        failing().withOption("-Werror").compile(project.write("Fine.java", FINE));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.remarks().get(0))
        .startsWith("NOTE Interlock could not write the SARIF file " + folder);
  }

  @Test
  void failedWriteLeavesWhatWasThere() throws IOException {
    Path readOnly = project.write("out/found.sarif", "from before");
    assertThat(readOnly.toFile().setReadOnly()).isTrue();

    Project.Outcome outcome = project.compile(project.write("Fine.java", FINE));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.remarks().get(0)).contains("could not write the SARIF file " + readOnly);
    assertThat(Files.readString(readOnly)).isEqualTo("from before");
  }

  private Project failing() {
    Path file = project.write("file", "not a folder");
    return Project.in(folder).with("Sarif", file.resolve("found.sarif"));
  }

  @Test
  void whatWasThereIsReplacedAndNothingElseIsLeftBehind() throws IOException {
    project.write("out/found.sarif", "from before");

    project.compile(project.write("Fine.java", FINE));

    SarifSchema.read(sarif);
    try (var files = Files.list(sarif.getParent())) {
      assertThat(files).containsExactly(sarif);
    }
  }

  @Test
  void everyCompilationHasItsOwnFileInAFolder() {
    Project.in(folder.resolve("core"))
        .with("Sarif", folder.resolve("reports") + "/")
        .compile(project.write("core/Fine.java", FINE));

    SarifSchema.read(folder.resolve("reports/core-target-classes.sarif"));
  }

  @Test
  void acceptedFindingIsUnchangedAndAnotherOneIsNew() {
    Path baseline = folder.resolve("baseline.txt");
    Path one = project.write("a/Albums.java", ALBUMS);
    Path two = project.write("b/Pictures.java", ALBUMS.replace("Albums", "Pictures"));
    Project.in(folder).with("WriteBaseline", baseline).compile(one);

    project.with("Baseline", baseline).compile(one, two);

    JsonNode results = SarifSchema.read(sarif).at("/runs/0/results");
    assertThat(Streams.stream(results).map(result -> result.at("/baselineState").asText()))
        .containsExactly("unchanged", "new")
        .inOrder();
    assertThat(results.get(0).at("/suppressions/0/kind").asText()).isEqualTo("external");
    assertThat(results.get(1).has("suppressions")).isFalse();
  }
}
