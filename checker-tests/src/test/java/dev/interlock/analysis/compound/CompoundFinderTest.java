package dev.interlock.analysis.compound;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static dev.interlock.testing.EngineText.locks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.interlock.analysis.body.Body;
import dev.interlock.testing.EngineParts;
import dev.interlock.testing.EngineText;
import org.junit.jupiter.api.Test;

/** Tests of the effects of a body, its callees included, and of the operations among them. */
final class CompoundFinderTest {
  private static EngineParts read(String members) {
    return EngineParts.of(
        """
        import java.util.*;
        import java.util.concurrent.*;
        import java.util.concurrent.atomic.*;

        class Test {
          int count;
          int other;
          Test next;
          Map<String, Integer> map = new HashMap<>();
          AtomicInteger atomic = new AtomicInteger();

          int get() {
            return count;
          }

          void set(int n) {
            count = n;
          }

        %s
        }
        """
            .formatted(members));
  }

  private static ImmutableList<String> operations(String text) {
    EngineParts parts = read("void method(int n, String key) {" + text + "}");
    return found(parts).stream()
        .map(
            operation ->
                operation.getClass().getSimpleName() + " " + EngineText.of(operation.location()))
        .collect(toImmutableList());
  }

  private static ImmutableList<CompoundOperation> found(EngineParts parts) {
    Body body = parts.method("method");
    return ImmutableList.copyOf(CompoundFinder.operationsOf(body, parts.summaries().of(body)));
  }

  @Test
  void writeOfWhatWasReadIsAReadModifyWrite() {
    assertThat(operations("count++;")).containsExactly("ReadModifyWrite this.count");
    assertThat(operations("int c = count; c = c + n; count = Math.max(c, 3);"))
        .containsExactly("ReadModifyWrite this.count");
  }

  @Test
  void writeOfAnythingElseIsNone() {
    assertThat(operations("count = n; other = count;")).isEmpty();
    assertThat(operations("int c = next.count; count = c + 1;")).isEmpty();
  }

  @Test
  void gettersAndSettersAreReadsAndWritesOfTheirCaller() {
    assertThat(operations("next.set(next.get() + 1);"))
        .containsExactly("ReadModifyWrite this.next.count");
    assertThat(operations("next.set(get() + 1);")).isEmpty();
  }

  @Test
  void operationOfACalledMethodIsItsOwn() {
    EngineParts parts = read("void method() { add(); } void add() { count++; }");

    assertThat(found(parts)).isEmpty();
    assertThat(
            parts.summaries().of(parts.method("method")).effects().stream()
                .filter(effect -> effect.access().isWrite())
                .map(effect -> EngineText.of(effect.location()))
                .toList())
        .containsExactly("this.count");
  }

  @Test
  void effectOfACalleeNamesWhoseItIs() {
    EngineParts parts = read("void method() { next.next.set(3); }");
    Effect effect =
        Iterables.getOnlyElement(
            Iterables.filter(
                parts.summaries().of(parts.method("method")).effects(), e -> e.access().isWrite()));

    assertThat(EngineText.of(effect.location())).isEqualTo("this.next.next.count");
    assertThat(effect.via()).isPresent();
  }

  @Test
  void readThatOnlyDecidesIsACheckThenAct() {
    assertThat(operations("if (count == 0) { count = 7; }"))
        .containsExactly("CheckThenAct this.count");
    assertThat(operations("if (map.get(key) == null) { map.put(key, n); }"))
        .containsExactly("CheckThenAct this.map<key>");
    assertThat(operations("if (other == 0) { count = 7; }")).isEmpty();
  }

  @Test
  void differentKeysAreDifferentLocations() {
    assertThat(operations("if (map.get(\"a\") == null) { map.put(key, n); }"))
        .containsExactly("Mutation this.map<key>");
  }

  @Test
  void changeOfAContainerIsAMutation() {
    assertThat(operations("map.put(key, n);")).containsExactly("Mutation this.map<key>");
    assertThat(operations("map.get(key);")).isEmpty();
  }

  @Test
  void atomicVariableUsedInTwoStepsIsAReadModifyWrite() {
    assertThat(operations("atomic.set(atomic.get() + 1);"))
        .containsExactly("ReadModifyWrite this.atomic<*>");
  }

  @Test
  void lockHeldThroughoutIsTold() {
    assertThat(throughout("synchronized (this) { count++; }")).containsExactly("this");
    assertThat(throughout("synchronized (next) { synchronized (this) { count++; } }"))
        .containsExactly("this.next", "this");
    assertThat(
            throughout(
                "int c; synchronized (this) { c = count; } "
                    + "synchronized (this) { count = c + 1; }"))
        .isEmpty();
    assertThat(
            throughout(
                "synchronized (this) { int c = count; "
                    + "synchronized (next) { count = c + 1; } }"))
        .containsExactly("this");
  }

  private static ImmutableList<String> throughout(String text) {
    EngineParts parts = read("void method() {" + text + "}");
    return locks(Iterables.getOnlyElement(found(parts)).throughout());
  }
}
