package dev.interlock.library;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.interlock.testing.BuildLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/library-models.md} true. */
final class LibraryModelsPageTest {

  @Test
  void exampleIsAModelFile() throws IOException {
    String page = page();
    int start = page.indexOf("# What our platform adds.");
    String example = page.substring(start, page.indexOf("```", start));

    ModelFile file = ModelFile.parse("example", example.lines().toList()).check();

    assertThat(file.types()).hasSize(3);
    assertThat(file.annotations()).containsKey("com.example.platform.SingletonBean");
  }

  @Test
  void everyWordIsExplained() throws IOException {
    String page = page();
    Stream<Enum<?>> constants =
        Stream.of(TypeFlag.values(), AnnotationMeaning.values(), Trait.values(), EntryMode.values())
            .flatMap(Stream::of);

    constants.forEach(
        constant ->
            assertWithMessage("%s of %s", constant, constant.getDeclaringClass())
                .that(page)
                .contains("`" + Ascii.toLowerCase(constant.name()).replace('_', '-')));
  }

  @Test
  void everyBundledFileIsListed() throws IOException {
    String page = page();

    ImmutableList<String> missing =
        ImmutableList.copyOf(
            Iterables.filter(
                ModelFiles.BUNDLED,
                file -> !page.contains("`" + file.replace(".model", "") + "`")));

    assertThat(missing).isEmpty();
  }

  private static String page() throws IOException {
    return Files.readString(BuildLayout.projectRoot().resolve("docs/library-models.md"));
  }
}
