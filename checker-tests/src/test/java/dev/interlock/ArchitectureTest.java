package dev.interlock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimap;
import com.google.errorprone.bugpatterns.BugChecker;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the packages of the plugin to the one direction that {@code docs/architecture.md} draws.
 */
final class ArchitectureTest {

  /** Lowest first: a package may use those before it, never those after it. */
  private static final ImmutableList<Layer> LAYERS =
      ImmutableList.of(
          Layer.of("util", "dev.interlock.util.."),
          Layer.of("config", "dev.interlock.config.."),
          Layer.of("library", "dev.interlock.library.."),
          Layer.of("analysis.body", "dev.interlock.analysis.body.."),
          Layer.of("analysis.lock", "dev.interlock.analysis.lock.."),
          Layer.of("analysis.callgraph", "dev.interlock.analysis.callgraph.."),
          Layer.of("analysis.task", "dev.interlock.analysis.task.."),
          Layer.of("analysis.sharing", "dev.interlock.analysis.sharing.."),
          Layer.of("analysis.compound", "dev.interlock.analysis.compound.."),
          Layer.of("analysis.verdict", "dev.interlock.analysis.verdict.."),
          Layer.of("analysis", "dev.interlock.analysis"),
          Layer.of("report and fixes", "dev.interlock.report..", "dev.interlock.fixes.."),
          Layer.of("bugpatterns", "dev.interlock.bugpatterns.."));

  private static final ImmutableSet<String> MUTABLE_PACKAGES =
      ImmutableSet.of("java.util.concurrent.atomic", "com.google.common.cache");

  private static final ImmutableSet<Class<?>> MUTABLE_KINDS =
      ImmutableSet.of(
          Collection.class, Map.class, Multimap.class, CharSequence.class, ThreadLocal.class);

  private static final ImmutableSet<Class<?>> IMMUTABLE_KINDS =
      ImmutableSet.of(
          ImmutableCollection.class, ImmutableMap.class, ImmutableMultimap.class, String.class);

  /** Names of things, which nobody looks up. */
  private static final Pattern NAMES =
      Pattern.compile("java\\.net\\.(URI.*|URLDecoder|URLEncoder)");

  private static final JavaClasses PLUGIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.interlock");

  static IntStream layers() {
    return IntStream.range(0, LAYERS.size());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void packageUsesOnlyThePackagesBelowIt(int index) {
    Layer layer = LAYERS.get(index);
    check(
        noClasses()
            .that()
            .resideInAnyPackage(packagesOf(ImmutableList.of(layer)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packagesOf(LAYERS.subList(index + 1, LAYERS.size())))
            .as(layer.name() + " uses only the packages below it"));
  }

  @Test
  void everyClassLivesInAPackageOfTheArchitecture() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.interlock..")
            .should()
            .resideInAnyPackage(packagesOf(LAYERS)));
  }

  @Test
  void packagesFormNoCycle() {
    check(slices().matching("dev.interlock.(**)").should().beFreeOfCycles());
  }

  @Test
  void analysisKnowsNothingOfReportingIt() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.interlock.analysis..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(BugChecker.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("com.google.errorprone.fixes.."));
  }

  /** Their library takes longer to load than most bodies to look at. */
  @Test
  void noControlFlowGraphsAreBuilt() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.checkerframework.errorprone.."));
  }

  @Test
  void staticStateIsImmutable() {
    check(
        fields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .andShould()
            .notHaveRawType(mutableType()));
  }

  @Test
  void noReflectionOutsideBackports() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.interlock.util.Backports")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .orShould()
            .callMethodWhere(
                DescribedPredicate.describe("it reflects", ArchitectureTest::isReflection)));
  }

  @Test
  void nothingIsAskedOfTheNetworkOrOfOtherProcesses() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                DescribedPredicate.describe("reach out", ArchitectureTest::reachesOut)));
  }

  /** A file is written whole or not at all, and where it was asked for. */
  @Test
  void filesAreWrittenInOnePlace() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.interlock.util.TextFiles")
            .should()
            .callMethodWhere(
                DescribedPredicate.describe("it changes files", ArchitectureTest::changesFiles))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.io\\.(File(OutputStream|Writer)|RandomAccessFile|PrintStream|PrintWriter)"
                    + "|java\\.nio\\.channels\\..*File.*"));
  }

  private static void check(ArchRule rule) {
    // A package of the architecture may not have been written yet.
    rule.allowEmptyShould(true).check(PLUGIN);
  }

  private static String[] packagesOf(ImmutableList<Layer> layers) {
    return layers.stream().flatMap(layer -> layer.packages().stream()).toArray(String[]::new);
  }

  private static boolean isReflection(JavaMethodCall call) {
    JavaClass result = call.getTarget().getRawReturnType().getBaseComponentType();
    return result.getPackageName().equals("java.lang.reflect")
        || (call.getTargetOwner().isEquivalentTo(Class.class) && call.getName().equals("forName"));
  }

  private static boolean reachesOut(JavaClass type) {
    return (type.getPackageName().startsWith("java.net")
            && !NAMES.matcher(type.getName()).matches())
        || type.getName().matches("java\\.nio\\.channels\\..*(Socket|Datagram).*")
        || type.getName().matches("java\\.lang\\.(Process.*|Runtime)");
  }

  private static boolean changesFiles(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(Files.class)
        && call.getName()
            .matches(
                "write.*|create.*|delete.*|move|copy|set.*|new(ByteChannel|Buffered.*|Output.*)")
        && !call.getName().equals("newBufferedReader");
  }

  private static DescribedPredicate<JavaClass> mutableType() {
    return DescribedPredicate.describe("a mutable type", ArchitectureTest::isMutable);
  }

  private static boolean isMutable(JavaClass type) {
    return type.isArray()
        || MUTABLE_PACKAGES.contains(type.getPackageName())
        || (MUTABLE_KINDS.stream().anyMatch(type::isAssignableTo)
            && IMMUTABLE_KINDS.stream().noneMatch(type::isAssignableTo));
  }

  /**
   * A rung of the architecture: packages that stand at one height.
   *
   * @param packages package patterns as ArchUnit writes them
   */
  private record Layer(String name, ImmutableList<String> packages) {
    static Layer of(String name, String... packages) {
      return new Layer(name, ImmutableList.copyOf(packages));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
