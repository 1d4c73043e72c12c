package dev.interlock.fixes;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that code elsewhere, or a framework by reflection, knows by name and type. */
final class MappedClassTest {
  @TempDir Path work;

  @Test
  void fieldThatAnotherFileLooksAtKeepsItsTypeAndIsGuardedByAKnownLock() throws IOException {
    String source =
        """
        class Sample {
          volatile int hits;

          void hit() {
            hits++;
          }
        }
        """;
    String reader =
        """
        class Reader {
          int read(Sample sample) {
            return sample.hits;
          }
        }
        """;
    assertThat(new PatchedInPlace(work, ImmutableMap.of("Reader.java", reader)).patch(source))
        .isEqualTo(
            """
            class Sample {
              volatile int hits;

              void hit() {
                synchronized (this) {
                  hits++;
                }
              }
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.fasterxml.jackson.annotation.JsonProperty",
        "com.google.gson.annotations.SerializedName",
        "jakarta.json.bind.annotation.JsonbProperty",
        "jakarta.persistence.Column",
        "javax.persistence.Basic"
      })
  void mappedFieldKeepsItsTypeAndTheClassGetsNoFurtherField(String annotation) throws IOException {
    String source =
        """
        class Sample {
          @%s private volatile int hits;

          void hit() {
            hits++;
          }
        }
        """
            .formatted(annotation);
    assertThat(beside(annotation).patch(source)).isEqualTo(locked(source));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jakarta.persistence.Entity", "lombok.Data"})
  void mappedClassGetsNoFurtherField(String annotation) throws IOException {
    String source =
        """
        @%s
        class Sample {
          private volatile int hits;

          void hit() {
            hits++;
          }
        }
        """
            .formatted(annotation);
    assertThat(beside(annotation).patch(source)).isEqualTo(locked(source));
  }

  private PatchedInPlace beside(String annotation) {
    int dot = annotation.lastIndexOf('.');
    String name = annotation.substring(dot + 1);
    return new PatchedInPlace(
        work,
        ImmutableMap.of(
            annotation.replace('.', '/') + ".java",
            "package %s; public @interface %s {}".formatted(annotation.substring(0, dot), name)));
  }

  private static String locked(String source) {
    return source.replace("    hits++;\n", "    synchronized (this) {\n      hits++;\n    }\n");
  }

  @Test
  void classThatIsCopiedFieldByFieldKeepsItsFields() throws IOException {
    String source =
        """
        class Sample {
          private volatile int hits;

          void hit() {
            hits++;
          }

          void copyTo(Sample other) throws IllegalAccessException {
            for (var field : Sample.class.getDeclaredFields()) {
              field.set(other, field.get(this));
            }
          }
        }
        """;

    String patched = new PatchedInPlace(work, ImmutableMap.of()).patch(source);

    assertThat(patched)
        .isEqualTo(
            source.replace("    hits++;\n", "    synchronized (this) {\n      hits++;\n    }\n"));
  }
}
