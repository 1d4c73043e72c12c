package dev.interlock.library;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

/** How lookups go through overridden methods, supertypes and several files. */
final class LoadedModelTest {
  private static final String SOURCE =
      """
      package p;

      interface Root<T> {
        void put(T value);
        void put(T value, int times);
        static void of() {}
      }

      class Base implements Root<String> {
        Base(int size) {}
        public void put(String value) {}
        public void put(String value, int times) {}
        void put(String value, String other) {}
        private void hidden() {}
      }

      class Leaf extends Base implements Root<String> {
        Leaf() { super(1); }
        public void put(String value) {}
        void hidden() {}
      }

      @interface Note {}
      """;

  @Test
  void lineHoldsForOverridesOfTheMethod() {
    Snippet snippet = snippet("type p.Root\n  put(Object) : reads");

    assertThat(snippet.declared("Leaf.put(String)")).hasValue(effects("reads"));
    assertThat(snippet.declared("Base.put(String)")).hasValue(effects("reads"));
  }

  @Test
  void lineDoesNotHoldForOverloads() {
    Snippet snippet = snippet("type p.Root\n  put(Object) : reads");

    assertThat(snippet.declared("Root.put(Object,int)").isPresent()).isFalse();
    assertThat(snippet.declared("Base.put(String,int)").isPresent()).isFalse();
  }

  @Test
  void lineForAnyParametersDoesNotHoldForMethodsThatOverrideNone() {
    Snippet snippet = snippet("type p.Root\n  put(*) : reads");

    assertThat(snippet.declared("Base.put(String,int)")).hasValue(effects("reads"));
    assertThat(snippet.declared("Base.put(String,String)").isPresent()).isFalse();
  }

  @Test
  void privateMethodsAndConstructorsAreNotOverridden() {
    Snippet snippet = snippet("type p.Base\n  hidden() : reads\n  <init>(*) : reads");

    assertThat(snippet.declared("Base.hidden()")).hasValue(effects("reads"));
    assertThat(snippet.declared("Leaf.hidden()").isPresent()).isFalse();
    assertThat(snippet.declared("Base.<init>(int)")).hasValue(effects("reads"));
    assertThat(snippet.declared("Leaf.<init>()").isPresent()).isFalse();
  }

  @Test
  void firstMatchingLineCounts() {
    Snippet snippet = snippet("type p.Root\n  put(_,int) : reads\n  put(*) : writes");

    assertThat(snippet.declared("Root.put(Object,int)")).hasValue(effects("reads"));
    assertThat(snippet.declared("Root.put(Object)")).hasValue(effects("writes"));
  }

  @Test
  void modelOfTheSubtypeCountsFirst() {
    Snippet snippet =
        snippet(
            """
            type p.Root : thread-safe, lock
              put(*) : reads
            type p.Base : not-thread-safe, executor
              put(String) : writes
            """);

    assertThat(snippet.declared("Leaf.put(String)")).hasValue(effects("writes"));
    assertThat(snippet.declared("Base.put(String,int)")).hasValue(effects("reads"));
    assertThat(snippet.flags("Leaf"))
        .containsExactly(TypeFlag.NOT_THREAD_SAFE, TypeFlag.LOCK, TypeFlag.EXECUTOR);
    assertThat(snippet.flags("Root")).containsExactly(TypeFlag.THREAD_SAFE, TypeFlag.LOCK);
  }

  @Test
  void lineOfAnEntryAloneLeavesTheModelToTheOverriddenMethod() {
    Snippet snippet =
        snippet(
            """
            type p.Root
              put(*) : reads
            type p.Base
              put(*) : entered concurrent
            """);

    assertThat(snippet.declared("Leaf.put(String)")).hasValue(effects("reads"));
    assertThat(snippet.entry("Leaf.put(String)")).hasValue(EntryMode.CONCURRENT);
    assertThat(snippet.entry("Root.put(Object)").isPresent()).isFalse();
  }

  @Test
  void laterFileOverridesAnEarlierOne() {
    Snippet snippet =
        snippet(
            """
            type p.Root : thread-safe, lock
              put(Object) : reads
              put(*) : reads
            annotation *.Note : immutable
            """,
            """
            type p.Root : not-thread-safe
              put(Object) : nothing
            annotation *.Note : thread-confined
            """);

    assertThat(snippet.declared("Root.put(Object)")).hasValue(new MethodModel(ImmutableList.of()));
    assertThat(snippet.declared("Root.put(Object,int)")).hasValue(effects("reads"));
    assertThat(snippet.flags("Root")).containsExactly(TypeFlag.NOT_THREAD_SAFE, TypeFlag.LOCK);
    assertThat(snippet.annotation("p.Note")).hasValue(AnnotationMeaning.THREAD_CONFINED);
  }

  @Test
  void qualifiedAnnotationCountsBeforeOneOfAnyPackage() {
    Snippet snippet = snippet("annotation *.Note : immutable\nannotation p.Note : generated");

    assertThat(snippet.annotation("p.Note")).hasValue(AnnotationMeaning.GENERATED);
    assertThat(snippet.annotation("q.Note")).hasValue(AnnotationMeaning.IMMUTABLE);
    assertThat(snippet.annotation("p.Other").isPresent()).isFalse();
  }

  private static Snippet snippet(String... files) {
    ImmutableList.Builder<ModelFile> parsed = ImmutableList.builder();
    for (String file : files) {
      parsed.add(ModelFile.parse("test.model", file.lines().toList()));
    }
    return Snippet.of(SOURCE, new LoadedModel(parsed.build()));
  }

  private static MethodModel effects(String clauses) {
    return Snippet.effects(clauses);
  }
}
