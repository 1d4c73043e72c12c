package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Where findings of several kinds coincide on one line, those of one kind are told. */
final class CoincidingKindsTest {
  private static final String JOURNAL =
      """
      import java.util.ArrayList;
      import java.util.List;
      import java.util.concurrent.ExecutorService;

      class Journal {
        private final List<Integer> pages = new ArrayList<>();
        private int last;

        void turn(ExecutorService readers) {
          readers.execute(
              () -> {
                pages.add(last++); // BUG: %s
              });
        }
      }
      """;

  @Test
  void kindThatSaysMostIsTold() {
    CheckTester.of(JOURNAL.formatted("UnsafeReadModifyWrite")).reportsWhatIsMarked();
  }

  @Test
  void kindWhoseCheckIsOffStandsInNobodysWay() {
    CheckTester.of(JOURNAL.formatted("UnguardedCollectionMutation"))
        .withOptions("-Xep:UnsafeReadModifyWrite:OFF")
        .reportsWhatIsMarked();
  }

  @Test
  void lastFlagDecidesWhetherACheckIsOn() {
    CheckTester.of(JOURNAL.formatted("UnsafeReadModifyWrite"))
        .withOptions("-XepDisableAllChecks", "-Xep:Interlock:ERROR")
        .reportsWhatIsMarked();
    CheckTester.of(JOURNAL.formatted("UnguardedCollectionMutation"))
        .withOptions("-XepDisableAllChecks", "-Xep:UnguardedCollectionMutation:ERROR")
        .reportsWhatIsMarked();
  }

  @Test
  void findingsOfOneKindAreAllTold() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Journal {
              private int read;
              private int left;

              void turn(ExecutorService readers) {
                readers.execute(
                    () -> {
                      left = read++ - left--; // BUG: UnsafeReadModifyWrite, UnsafeReadModifyWrite, UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void findingsOnDifferentLinesAreAllTold() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Journal {
              private final List<Integer> pages = new ArrayList<>();
              private int last;

              void turn(ExecutorService readers) {
                readers.execute(
                    () -> {
                      int page = last++; // BUG: UnsafeReadModifyWrite
                      pages.add(page); // BUG: UnguardedCollectionMutation
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
