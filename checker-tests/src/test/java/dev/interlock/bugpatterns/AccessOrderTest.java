package dev.interlock.bugpatterns;

import static com.google.common.truth.Truth.assertThat;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Maps in the order of access: each look at an entry moves it to the end. */
final class AccessOrderTest {

  @Test
  void lookUnderTheReadLockMovesAnEntry() {
    CheckTester.of(
            """
            import java.util.LinkedHashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Pages {
              private final Map<String, String> pages = new LinkedHashMap<>(16, 0.75f, true);
              private final ReadWriteLock lock = new ReentrantReadWriteLock();

              String page(String url) {
                lock.readLock().lock();
                try {
                  return pages.get(url); // BUG: InconsistentLocking
                } finally {
                  lock.readLock().unlock();
                }
              }

              void keep(String url, String page) {
                lock.writeLock().lock();
                try {
                  pages.put(url, page);
                } finally {
                  lock.writeLock().unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lookAtAMapInTheOrderOfInsertionMovesNothing() {
    CheckTester.of(
            """
            import java.util.LinkedHashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Pages {
              private final Map<String, String> pages = new LinkedHashMap<>(16, 0.75f, false);
              private final ReadWriteLock lock = new ReentrantReadWriteLock();

              String page(String url) {
                lock.readLock().lock();
                try {
                  return pages.get(url);
                } finally {
                  lock.readLock().unlock();
                }
              }

              boolean knows(String url) {
                lock.readLock().lock();
                try {
                  return pages.containsKey(url);
                } finally {
                  lock.readLock().unlock();
                }
              }

              void keep(String url, String page) {
                lock.writeLock().lock();
                try {
                  pages.put(url, page);
                } finally {
                  lock.writeLock().unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void anonymousMapWithALimitIsOneAsWell() {
    CheckTester.of(
            """
            import java.util.LinkedHashMap;
            import java.util.Map;

            class Pages {
              private final Map<String, String> pages =
                  new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                      return size() > 100;
                    }
                  };

              String page(String url) {
                return pages.get(url); // BUG: UnguardedCollectionMutation
              }

              boolean knows(String url) {
                return pages.containsKey(url);
              }

              synchronized void keep(String url, String page) {
                pages.put(url, page);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void classThatExtendsSuchAMapIsOneAsWell() {
    CheckTester.of(
            """
            import java.util.LinkedHashMap;
            import java.util.Map;

            class Pages {
              static class Bounded<K, V> extends LinkedHashMap<K, V> {
                Bounded() {
                  super(16, 0.75f, true);
                }

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                  return size() > 100;
                }
              }

              private final Map<String, String> pages = new Bounded<>();

              String page(String url) {
                return pages.get(url); // BUG: UnguardedCollectionMutation
              }

              synchronized void keep(String url, String page) {
                pages.put(url, page);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lookUnderTheLockOfAllOthersIsSafe() {
    CheckTester.of(
            """
            import java.util.Collections;
            import java.util.LinkedHashMap;
            import java.util.Map;

            class Pages {
              private final Map<String, String> own = new LinkedHashMap<>(16, 0.75f, true);
              private final Map<String, String> shared =
                  Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true));

              synchronized String page(String url) {
                return own.get(url);
              }

              synchronized void keep(String url, String page) {
                own.put(url, page);
              }

              String image(String url) {
                return shared.get(url);
              }

              void keepImage(String url, String image) {
                shared.put(url, image);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void messageSaysThatALookChangesTheMap() {
    String message =
        Messages.messageFor(
            """
            import java.util.LinkedHashMap;
            import java.util.Map;

            class Pages {
              private final Map<String, String> pages = new LinkedHashMap<>(16, 0.75f, true);

              String page(String url) {
                return pages.get(url);
              }

              synchronized void keep(String url, String page) {
                pages.put(url, page);
              }
            }
            """);

    assertThat(message)
        .contains("'pages', a Map that get() reorders, is changed without 'this', which its other");
  }
}
