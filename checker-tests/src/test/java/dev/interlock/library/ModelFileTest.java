package dev.interlock.library;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.interlock.library.ModelFile.AnnotationLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of model files, and what is said of files that break it. */
final class ModelFileTest {

  @Test
  void commentsAndBlankLinesDoNotCount() {
    ModelFile file =
        read(
            """
            # A comment.

            type a.B : lock  # another
              # one between

              lock() : acquires receiver
            # and a last one
            """);

    TypeParagraph paragraph = Iterables.getOnlyElement(file.types());
    assertThat(paragraph.names()).containsExactly("a.B");
    assertThat(paragraph.flags()).containsExactly(TypeFlag.LOCK);
    MethodLine line = Iterables.getOnlyElement(paragraph.methods().values());
    assertThat(line.source().toString()).isEqualTo("test.model:6");
  }

  @Test
  void packageLineCompletesNamesThatBeginWithACapital() {
    ModelFile file =
        read(
            """
            type Top
            package a.b
            type C, C.Nested, x.y.Z
            package d
            annotation E, x.F, *.G : immutable
            """);

    assertThat(file.types().get(0).names()).containsExactly("Top");
    assertThat(file.types().get(1).names()).containsExactly("a.b.C", "a.b.C.Nested", "x.y.Z");
    assertThat(file.annotations().keySet()).containsExactly("d.E", "x.F", "*.G");
    assertThat(file.annotations().values().stream().map(AnnotationLine::meaning).distinct())
        .containsExactly(Optional.of(AnnotationMeaning.IMMUTABLE));
  }

  @Test
  void annotationLineHasAnotherMeaningForAnAttribute() {
    ModelFile file = read("annotation a.B : serial-entry; concurrent-entry if threads>1");

    assertThat(file.annotations().values().stream().map(AnnotationLine::model))
        .containsExactly(
            new AnnotationModel(
                Optional.of(AnnotationMeaning.SERIAL_ENTRY),
                Optional.of(
                    new AnnotationModel.Special(
                        AnnotationMeaning.CONCURRENT_ENTRY, "threads", 1, Optional.empty()))));
  }

  @Test
  void annotationLineHasAMeaningForAnAttributeAlone() {
    ModelFile file = read("annotation a.B : shared-instance if value=BEAN");

    assertThat(file.annotations().values().stream().map(AnnotationLine::model))
        .containsExactly(
            new AnnotationModel(
                Optional.empty(),
                Optional.of(
                    new AnnotationModel.Special(
                        AnnotationMeaning.SHARED_INSTANCE, "value", 0, Optional.of("BEAN")))));
  }

  @Test
  void typeLineHasFlagsAndVersion() {
    TypeParagraph both = onlyType("type a.B : thread-safe, executor; since 21");
    assertThat(both.flags()).containsExactly(TypeFlag.THREAD_SAFE, TypeFlag.EXECUTOR);
    assertThat(both.since()).isEqualTo(21);

    TypeParagraph onlyVersion = onlyType("type a.B : since 21");
    assertThat(onlyVersion.flags()).isEmpty();
    assertThat(onlyVersion.since()).isEqualTo(21);

    assertThat(onlyType("type a.B").since()).isEqualTo(0);
  }

  @Test
  void methodLineHasEntryVersionAndEffects() {
    MethodLine line = onlyMethod("run|call( int, _,* ) : calls  0;entered\tserial; since 21");

    assertThat(line.pattern().names()).containsExactly("run", "call");
    assertThat(line.entry()).hasValue(EntryMode.SERIAL);
    assertThat(line.since()).isEqualTo(21);
    assertThat(line.model().orElseThrow().effects()).hasSize(1);
  }

  @Test
  void lineThatSaysNothingIsAModelAndOneOfAnEntryIsNot() {
    assertThat(onlyMethod("f() : nothing").model()).hasValue(new MethodModel(ImmutableList.of()));
    assertThat(onlyMethod("f() : entered concurrent").model()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          f()       =>                => true
          f()       => int            => false
          f(int)    => int            => true
          f(int)    => long           => false
          f(_)      => Object[]       => true
          f(_)      =>                => false
          f(_)      => int,int        => false
          f(*)      =>                => true
          f(*)      => int,int        => true
          f(int,*)  => int            => true
          f(int,*)  => int,Foo,Bar    => true
          f(int,*)  => long,Foo       => false
          f(int,*)  =>                => false
          f(_,E[][])=> int,E[][]      => true
          f(_,E[])  => int,E[][]      => false
          """)
  void patternMatchesErasedParameters(String pattern, String parameters, boolean matches) {
    MethodPattern parsed = MethodPattern.parse(pattern, SourceLine.of("test.model", 1, pattern));
    ImmutableList<String> types =
        parameters == null ? ImmutableList.of() : ImmutableList.copyOf(parameters.split(","));

    assertThat(parsed.matches(types)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          types a.B            => 'types a.B' is not understood; a line begins with 'package', 'type', 'annotation' or a blank
          package a-b          => 'a-b' is not a name
          type a..B            => 'a..B' is not a name
          type a.B,            => '' is not a name
          type a.B : threadsafe => unknown flag 'threadsafe'; valid are: thread-safe, not-thread-safe, immutable, atomic-variable, field-updater, lock, self-launching, thread-confined, serial-use, executor, serial-executor, shared-instance, user-interface
          type a.B : since x   => 'since x' names no version; write for example 'since 21'
          annotation a.B       => an annotation line has the form: annotation NAME, ... : MEANING
          annotation a.B, a.B : immutable => 'a.B' has a meaning already at test.model:1
          annotation a.B : safe => unknown meaning 'safe'; valid are: thread-safe, not-thread-safe, immutable, guarded-by, shared-instance, shareable-instance, thread-confined, concurrent-entry, serial-entry, exclusive-entry, own-thread-entry, called-once, synchronized, generated, confined-instance, pooled-instance
          """)
  void mistakeOutsideMethodLinesIsNamed(String line, String message) {
    InvalidModelException e = assertThrows(InvalidModelException.class, () -> read(line));
    assertThat(e).hasMessageThat().isEqualTo("test.model:1: " + message);
  }

  @Test
  void methodLineNeedsATypeLine() {
    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> read("package a\n  f() : reads"));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "test.model:2: an indented line describes a method, but no type line precedes it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          f()                     => a method line has the form: name(parameters) : effect; effect ...
          f : reads               => 'f' is not a method such as get(int) or put(*)
          (int) : reads           => '(int)' is not a method such as get(int) or put(*)
          f g() : reads           => 'f g' is not the name of a method
          f(a.B) : reads          => 'a.B' is not a parameter; use the simple name of an erased type, '_' or a final '*'
          f(*,int) : reads        => '*' is not a parameter; use the simple name of an erased type, '_' or a final '*'
          f() : reads;            => nothing stands before or after one of the semicolons
          f() : launch 0          => unknown effect 'launch'; valid are: launches, calls, reads, writes, updates, returns, yields, delegates, acquires, tries-to-acquire, releases, reacquires, asserts-held, awaits, signals, gives, confined, claims, requires, reorders, stores
          f() : launches          => 'launches' lacks an operand
          f() : launches x        => 'x' in 'launches x' is not an operand; use 'receiver' or the number of an argument, from 0
          f() : launches -1       => '-1' in 'launches -1' is not an operand; use 'receiver' or the number of an argument, from 0
          f() : launches 0 awaited parallel => 'parallel' is out of place in 'launches 0 awaited parallel'; the form is: launches OPERAND [once|periodic|parallel|parallel-if-receiver|periodic-if-scheduled|in-turn-if-scheduled] [on OPERAND|own-thread|event-loop|pool|completer] [gives-element] [awaited]
          f() : calls 0 atomic repeatedly => 'repeatedly' is out of place in 'calls 0 atomic repeatedly'; the form is: calls OPERAND [repeatedly] [gives-element] [atomic]
          f() : reads value=0     => 'value=0' is out of place in 'reads value=0'; the form is: reads [of=ARGUMENT] [key=ARGUMENT] [at-place]
          f() : writes conditional => 'conditional' is out of place in 'writes conditional'; the form is: writes [of=ARGUMENT] [key=ARGUMENT] [value=ARGUMENT] [at-place]
          f() : updates key=k     => 'k' in 'updates key=k' is not an operand; use 'receiver' or the number of an argument, from 0
          f() : returns this      => 'this' in 'returns this' is not an operand; use 'receiver' or the number of an argument, from 0
          f() : yields safe       => unknown trait 'safe'; valid are: parallel, sequential, scheduled, as-receiver, serial, direct, thread-safe, synchronized, mutex, permits, empty, shared-lock, access-ordered, unmodifiable
          f() : yields serial if 0 => '0' is not a condition such as 0=1 or 0>1
          f() : awaits            => 'awaits' lacks a wait
          f() : awaits all        => unknown wait 'all'; valid are: tasks, barrier
          f() : acquires receiver needs => 'acquires receiver needs' lacks a trait
          f() : entered often     => unknown entry mode 'often'; valid are: concurrent, serial, own-thread, per-instance, pooled, event-loop, once
          f() : nothing at all    => 'at' is out of place in 'nothing at all'; the form is: nothing
          """)
  void mistakeInMethodLineIsNamed(String line, String message) {
    ModelFile file = read("type a.B\n  " + line);

    InvalidModelException e = assertThrows(InvalidModelException.class, file::check);

    assertThat(e).hasMessageThat().isEqualTo("test.model:2: " + message);
  }

  @Test
  void mistakeInAUsersFileIsFoundOnLoading(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.model"), "type a.B\n  f() : read\n");

    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> ModelFiles.load(ImmutableList.of(file)));

    assertThat(e).hasMessageThat().startsWith(file + ":2: unknown effect 'read'; valid are: ");
  }

  @Test
  void missingFileIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("none.model");

    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> ModelFiles.load(ImmutableList.of(file)));

    assertThat(e).hasMessageThat().startsWith("cannot read the model file " + file);
  }

  @Test
  void wordsAreSpelledLikeTheConstantsTheyStandFor() {
    assertThat(Words.ofEnum("trait", Trait.class).values().keySet())
        .containsAtLeastElementsIn(ImmutableSet.of("shared-lock", "as-receiver"));
  }

  private static TypeParagraph onlyType(String line) {
    return Iterables.getOnlyElement(read(line).types());
  }

  private static MethodLine onlyMethod(String line) {
    TypeParagraph paragraph = onlyType("type a.B\n  " + line);
    return ImmutableSet.copyOf(paragraph.methods().values()).iterator().next();
  }

  private static ModelFile read(String text) {
    return ModelFile.parse("test.model", text.lines().toList());
  }
}
