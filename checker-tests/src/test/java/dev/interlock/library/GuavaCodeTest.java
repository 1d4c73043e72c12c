package dev.interlock.library;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.ModelledLibraries;
import java.io.File;
import org.junit.jupiter.api.Test;

/** Futures, events and caches of Guava and Caffeine. */
final class GuavaCodeTest {

  @Test
  void callbackOnAPool() {
    expect(
        """
        import com.google.common.util.concurrent.FutureCallback;
        import com.google.common.util.concurrent.Futures;
        import com.google.common.util.concurrent.ListenableFuture;
        import java.util.concurrent.Executor;
        import java.util.concurrent.Executors;

        class Downloads {
          private final Executor pool = Executors.newFixedThreadPool(4);
          private int done;
          private int failed;

          void watch(ListenableFuture<String> download) {
            Futures.addCallback(
                download,
                new FutureCallback<String>() {
                  @Override
                  public void onSuccess(String file) {
                    done++; // BUG: UnsafeReadModifyWrite
                  }

                  @Override
                  public void onFailure(Throwable cause) {
                    failed++; // BUG: UnsafeReadModifyWrite
                  }
                },
                pool);
          }
        }
        """);
  }

  @Test
  void callbackOnOneThread() {
    expect(
        """
        import com.google.common.util.concurrent.FutureCallback;
        import com.google.common.util.concurrent.Futures;
        import com.google.common.util.concurrent.ListenableFuture;
        import java.util.concurrent.Executor;
        import java.util.concurrent.Executors;

        class Downloads {
          private final Executor loop = Executors.newSingleThreadExecutor();
          private int done;

          void watch(ListenableFuture<String> download) {
            Futures.addCallback(
                download,
                new FutureCallback<String>() {
                  @Override
                  public void onSuccess(String file) {
                    done++;
                  }

                  @Override
                  public void onFailure(Throwable cause) {
                    done--;
                  }
                },
                loop);
          }
        }
        """);
  }

  @Test
  void transformationOnAPool() {
    expect(
        """
        import com.google.common.util.concurrent.Futures;
        import com.google.common.util.concurrent.ListenableFuture;
        import java.util.concurrent.Executor;
        import java.util.concurrent.Executors;

        class Downloads {
          private final Executor pool = Executors.newFixedThreadPool(4);
          private long bytes;

          ListenableFuture<Long> measure(ListenableFuture<String> download) {
            return Futures.transform(
                download,
                file -> bytes += file.length(), // BUG: UnsafeReadModifyWrite
                pool);
          }
        }
        """);
  }

  @Test
  void transformationInPlace() {
    expect(
        """
        import com.google.common.util.concurrent.Futures;
        import com.google.common.util.concurrent.ListenableFuture;
        import com.google.common.util.concurrent.MoreExecutors;

        class Downloads {
          static long measure(String file) throws Exception {
            long[] bytes = {0};
            ListenableFuture<Long> measured =
                Futures.transform(
                    Futures.immediateFuture(file),
                    text -> bytes[0] += text.length(),
                    MoreExecutors.directExecutor());
            return measured.get();
          }
        }
        """);
  }

  @Test
  void subscriberThatTakesOneEventAtATime() {
    expect(
        """
        import com.google.common.eventbus.Subscribe;

        class Scores {
          private int goals;

          @Subscribe
          public void goal(String team) {
            goals++;
          }
        }
        """);
  }

  @Test
  void subscriberThatAllowsForMore() {
    expect(
        """
        import com.google.common.eventbus.AllowConcurrentEvents;
        import com.google.common.eventbus.Subscribe;

        class Scores {
          private int goals;

          @Subscribe
          @AllowConcurrentEvents
          public void goal(String team) {
            goals++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void loaderOfACache() {
    expect(
        """
        import com.google.common.cache.CacheBuilder;
        import com.google.common.cache.CacheLoader;
        import com.google.common.cache.LoadingCache;
        import java.util.concurrent.atomic.LongAdder;

        class Pictures {
          private int loads;
          private final LongAdder sure = new LongAdder();

          private final LoadingCache<String, String> cache =
              CacheBuilder.newBuilder()
                  .build(
                      new CacheLoader<String, String>() {
                        @Override
                        public String load(String name) {
                          sure.increment();
                          loads++; // BUG: UnsafeReadModifyWrite
                          return name.trim();
                        }
                      });
        }
        """);
  }

  @Test
  void entryThatIsCountedInACache() {
    expect(
        """
        import com.github.benmanes.caffeine.cache.Cache;
        import com.github.benmanes.caffeine.cache.Caffeine;

        class Views {
          private final Cache<String, Integer> views = Caffeine.newBuilder().build();

          void seen(String page) {
            Integer before = views.getIfPresent(page);
            views.put(page, before == null ? 1 : before + 1); // BUG: NonAtomicCheckThenAct
          }

          void counted(String page) {
            views.asMap().merge(page, 1, Integer::sum);
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
