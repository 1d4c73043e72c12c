package dev.interlock.library;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.ModelledLibraries;
import java.io.File;
import org.junit.jupiter.api.Test;

/** Beans, handlers and listeners of Spring. */
final class SpringCodeTest {

  @Test
  void handlerOfAController() {
    expect(
        """
        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;

        @RestController
        class Hits {
          private long hits;

          @GetMapping("/hits")
          public long hit() {
            return ++hits; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void handlerThatCountsForItself() {
    expect(
        """
        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;

        @RestController
        class Hits {
          @GetMapping("/hits")
          public long hit(long[] pages) {
            long hits = 0;
            for (long page : pages) {
              hits += page;
            }
            return hits;
          }
        }
        """);
  }

  @Test
  void stateInAHelperOfAController() {
    expect(
        """
        import org.springframework.stereotype.Controller;
        import org.springframework.web.bind.annotation.PostMapping;

        @Controller
        class Orders {
          private final Tally tally = new Tally();

          @PostMapping("/orders")
          public void order() {
            tally.add();
          }

          private static final class Tally {
            private int orders;

            void add() {
              orders++; // BUG: UnsafeReadModifyWrite
            }
          }
        }
        """);
  }

  @Test
  void controllerOfANarrowerScope() {
    expect(
        """
        import org.springframework.context.annotation.Scope;
        import org.springframework.stereotype.Controller;
        import org.springframework.web.bind.annotation.PostMapping;

        @Controller
        @Scope("prototype")
        class Orders {
          private int orders;

          @PostMapping("/orders")
          public void order() {
            orders++;
          }
        }
        """);
  }

  @Test
  void repositoryInAPlainMap() {
    expect(
        """
        import java.util.HashMap;
        import java.util.Map;
        import org.springframework.stereotype.Repository;

        @Repository
        class Guests {
          private final Map<Long, String> guests = new HashMap<>();
          private long last;

          public long save(String guest) {
            long id = ++last; // BUG: UnsafeReadModifyWrite
            guests.put(id, guest); // BUG: UnguardedCollectionMutation
            return id;
          }
        }
        """);
  }

  @Test
  void repositoryInAConcurrentMap() {
    expect(
        """
        import java.util.Map;
        import java.util.concurrent.ConcurrentHashMap;
        import java.util.concurrent.atomic.AtomicLong;
        import org.springframework.stereotype.Repository;

        @Repository
        class Guests {
          private final Map<Long, String> guests = new ConcurrentHashMap<>();
          private final AtomicLong last = new AtomicLong();

          public long save(String guest) {
            long id = last.incrementAndGet();
            guests.put(id, guest);
            return id;
          }
        }
        """);
  }

  @Test
  void methodOfAServiceThatRunsAsynchronously() {
    expect(
        """
        import org.springframework.scheduling.annotation.Async;

        class Mails {
          private int sent;

          @Async
          public void send() {
            sent++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void methodThatIsScheduled() {
    expect(
        """
        import org.springframework.scheduling.annotation.Scheduled;
        import org.springframework.stereotype.Component;

        @Component
        class Cleaner {
          private int rounds;

          @Scheduled(fixedRate = 1000)
          public void clean() {
            rounds++;
          }
        }
        """);
  }

  @Test
  void scheduledMethodBesideTheCallersOfABean() {
    expect(
        """
        import org.springframework.scheduling.annotation.Scheduled;
        import org.springframework.stereotype.Component;

        @Component
        class Rate {
          private int requests;

          @Scheduled(fixedRate = 1000)
          public void reset() {
            requests = 0;
          }

          public void request() {
            requests++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void listenerOfEvents() {
    expect(
        """
        import java.util.HashMap;
        import java.util.Map;
        import org.springframework.context.event.EventListener;
        import org.springframework.stereotype.Component;

        @Component
        class Logins {
          private final Map<String, Integer> logins = new HashMap<>();

          @EventListener
          public void on(String user) {
            logins.merge(user, 1, Integer::sum); // BUG: UnguardedCollectionMutation
          }
        }
        """);
  }

  @Test
  void listenersOfTwoTopicsHaveAThreadEach() {
    expect(
        """
        import org.springframework.kafka.annotation.KafkaListener;

        class Feed {
          private int records;

          @KafkaListener(topics = "orders")
          void order(String order) {
            records++; // BUG: UnsafeReadModifyWrite
          }

          @KafkaListener(topics = "returns")
          void comeBack(String order) {
            records++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void listenerOfOneTopicTakesOneRecordAtATime() {
    expect(
        """
        import org.springframework.kafka.annotation.KafkaListener;

        class Feed {
          private int records;

          @KafkaListener(topics = "orders")
          void order(String order) {
            records++;
          }
        }
        """);
  }

  @Test
  void listenerWithSeveralThreadsTakesSeveralRecordsAtATime() {
    expect(
        """
        import org.springframework.jms.annotation.JmsListener;
        import org.springframework.kafka.annotation.KafkaListener;

        class Feed {
          private static final String THREADS = "${feed.threads:4}";
          private int records;
          private int mails;
          private int calls;

          @KafkaListener(topics = "orders", concurrency = THREADS)
          void order(String order) {
            records++; // BUG: UnsafeReadModifyWrite
          }

          @JmsListener(destination = "mails", concurrency = "1-3")
          void mail(String mail) {
            mails++; // BUG: UnsafeReadModifyWrite
          }

          @KafkaListener(topics = "calls", concurrency = "1")
          void call(String call) {
            calls++;
          }
        }
        """);
  }

  @Test
  void handlersOfOneListenerTakeTurns() {
    expect(
        """
        import org.springframework.kafka.annotation.KafkaHandler;
        import org.springframework.kafka.annotation.KafkaListener;

        @KafkaListener(topics = "orders")
        class Feed {
          private int records;

          @KafkaHandler
          void order(String order) {
            records++;
          }

          @KafkaHandler
          void number(Integer number) {
            records++;
          }
        }
        """);
  }

  @Test
  void listenerBesideAScheduledMethod() {
    expect(
        """
        import org.springframework.jms.annotation.JmsListener;
        import org.springframework.scheduling.annotation.Scheduled;

        class Feed {
          private int records;

          @JmsListener(destination = "orders")
          void order(String order) {
            records++; // BUG: UnsafeReadModifyWrite
          }

          @Scheduled(fixedRate = 1000)
          void flush() {
            records = 0;
          }
        }
        """);
  }

  private static void expect(String source) {
    String classpath =
        ModelledLibraries.classpath() + File.pathSeparator + System.getProperty("java.class.path");
    CheckTester.of(source).withOptions("-classpath", classpath).reportsWhatIsMarked();
  }
}
