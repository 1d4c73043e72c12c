package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Objects that are taken from where others find them, and belong to who took them. */
final class DetachedObjectsTest {

  @Test
  void takenFromAFieldThatIsGivenAnotherUnderTheLock() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Audit {
              private final Object lock = new Object();
              private Page page = new Page();

              void start(ExecutorService pool, int clerks) {
                for (int i = 0; i < clerks; i++) {
                  pool.execute(this::record);
                  pool.execute(this::turnOver);
                }
              }

              private void record() {
                synchronized (lock) {
                  page.lines++;
                }
              }

              private void turnOver() {
                Page full;
                synchronized (lock) {
                  full = page;
                  page = new Page();
                }
                full.lines++;
              }

              private static final class Page {
                private int lines;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void takenFromAFieldThatKeepsIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Audit {
              private final Object lock = new Object();
              private Page page = new Page();

              void start(ExecutorService pool, int clerks) {
                for (int i = 0; i < clerks; i++) {
                  pool.execute(this::record);
                  pool.execute(this::sign);
                }
              }

              private void record() {
                synchronized (lock) {
                  page.lines++;
                }
              }

              private void sign() {
                Page current;
                synchronized (lock) {
                  current = page;
                }
                current.lines++; // BUG: UnsafeReadModifyWrite
              }

              private static final class Page {
                private int lines;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void exchangedForNothingInAnAtomicReference() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicReference;

            class Uploader {
              private final AtomicReference<Batch> pending = new AtomicReference<>(new Batch());

              void start(ExecutorService pool, int uploads) {
                for (int i = 0; i < uploads; i++) {
                  pool.execute(this::upload);
                }
              }

              private void upload() {
                Batch batch = pending.getAndSet(null);
                if (batch != null) {
                  batch.attempts++;
                }
              }

              private static final class Batch {
                private int attempts;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void gotFromAnAtomicReferenceThatKeepsIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicReference;

            class Uploader {
              private final AtomicReference<Batch> pending = new AtomicReference<>(new Batch());

              void start(ExecutorService pool, int uploads) {
                for (int i = 0; i < uploads; i++) {
                  pool.execute(this::upload);
                }
              }

              private void upload() {
                Batch batch = pending.get();
                if (batch != null) {
                  batch.attempts++; // BUG: UnsafeReadModifyWrite
                }
              }

              private static final class Batch {
                private int attempts;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void replacedInAMap() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Sessions {
              private final Map<String, Session> sessions = new ConcurrentHashMap<>();

              void start(ExecutorService pool, Iterable<String> users) {
                for (String user : users) {
                  pool.execute(() -> renew("admin"));
                }
              }

              private void renew(String user) {
                Session old = sessions.put(user, new Session());
                if (old != null) {
                  old.uses++;
                }
              }

              private static final class Session {
                private int uses;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lookedUpInAMap() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Sessions {
              private final Map<String, Session> sessions = new ConcurrentHashMap<>();

              void start(ExecutorService pool, Iterable<String> users) {
                for (String user : users) {
                  pool.execute(() -> touch("admin"));
                }
              }

              private void touch(String user) {
                Session session = sessions.get(user);
                if (session != null) {
                  session.uses++; // BUG: UnsafeReadModifyWrite
                }
              }

              private static final class Session {
                private int uses;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void replacedInAList() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;
            import java.util.concurrent.ExecutorService;

            class Rack {
              private final List<Slot> slots = new CopyOnWriteArrayList<>();

              void start(ExecutorService pool, int robots) {
                for (int i = 0; i < robots; i++) {
                  pool.execute(this::swap);
                }
              }

              private void swap() {
                Slot old = slots.set(0, new Slot());
                old.uses++;
              }

              private static final class Slot {
                private int uses;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lookedUpInAList() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;
            import java.util.concurrent.ExecutorService;

            class Rack {
              private final List<Slot> slots = new CopyOnWriteArrayList<>();

              void start(ExecutorService pool, int robots) {
                for (int i = 0; i < robots; i++) {
                  pool.execute(this::use);
                }
              }

              private void use() {
                Slot slot = slots.get(0);
                slot.uses++; // BUG: UnsafeReadModifyWrite
              }

              private static final class Slot {
                private int uses;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void takenOutAndGivenBack() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentLinkedDeque;

            class Ring {
              private final ConcurrentLinkedDeque<String> idle = new ConcurrentLinkedDeque<>();

              void turn() {
                give(take());
              }

              private boolean isEmpty() {
                return idle.isEmpty();
              }

              private String take() {
                return idle.pollFirst();
              }

              private void give(String server) {
                if (server != null) {
                  idle.addLast(server);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lookedAtAndGivenOnceMore() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentLinkedDeque;

            class Ring {
              private final ConcurrentLinkedDeque<String> idle = new ConcurrentLinkedDeque<>();

              void turn() {
                if (isEmpty()) {
                  give("server"); // BUG: NonAtomicCheckThenAct
                }
              }

              private boolean isEmpty() {
                return idle.isEmpty();
              }

              private String take() {
                return idle.pollFirst();
              }

              private void give(String server) {
                if (server != null) {
                  idle.addLast(server);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
