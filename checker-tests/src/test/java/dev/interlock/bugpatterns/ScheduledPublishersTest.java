package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.ModelledLibraries;
import org.junit.jupiter.api.Test;

/** Callbacks of publishers that are each subscribed on a scheduler. */
final class ScheduledPublishersTest {
  private static final String[] LIBRARIES = {"-classpath", ModelledLibraries.classpath()};

  @Test
  void innerPublishersAreSubscribedOnManyThreads() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import reactor.core.publisher.Flux;
            import reactor.core.publisher.Mono;
            import reactor.core.scheduler.Schedulers;

            abstract class Reports {
              Mono<List<String>> render(List<String> lines) {
                List<String> problems = new ArrayList<>();
                return Flux.fromIterable(lines)
                    .flatMap(
                        line ->
                            Mono.fromCallable(() -> format(line))
                                .subscribeOn(Schedulers.boundedElastic())
                                .onErrorResume(
                                    e -> {
                                      problems.add(line); // BUG: UnguardedCollectionMutation
                                      return Mono.empty();
                                    }))
                    .collectList()
                    .map(
                        all -> {
                          all.addAll(problems);
                          return all;
                        });
              }

              abstract String format(String line);
            }
            """)
        .withOptions(LIBRARIES)
        .reportsWhatIsMarked();
  }

  @Test
  void innerPublishersAreSubscribedOnOneThread() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import reactor.core.publisher.Flux;
            import reactor.core.publisher.Mono;
            import reactor.core.scheduler.Schedulers;

            abstract class Reports {
              Mono<List<String>> render(List<String> lines) {
                List<String> problems = new ArrayList<>();
                return Flux.fromIterable(lines)
                    .flatMap(
                        line ->
                            Mono.fromCallable(() -> format(line))
                                .subscribeOn(Schedulers.single())
                                .onErrorResume(
                                    e -> {
                                      problems.add(line);
                                      return Mono.empty();
                                    }))
                    .collectList()
                    .map(
                        all -> {
                          all.addAll(problems);
                          return all;
                        });
              }

              abstract String format(String line);
            }
            """)
        .withOptions(LIBRARIES)
        .reportsWhatIsMarked();
  }

  @Test
  void callbackOfEachInnerPublisher() {
    CheckTester.of(
            """
            import io.reactivex.rxjava3.core.Completable;
            import io.reactivex.rxjava3.core.Flowable;
            import io.reactivex.rxjava3.core.Single;
            import io.reactivex.rxjava3.schedulers.Schedulers;
            import java.util.List;

            abstract class Quotes {
              private long volume;

              Completable refresh(List<String> symbols) {
                return Flowable.fromIterable(symbols)
                    .flatMapSingle(
                        symbol ->
                            Single.fromCallable(() -> ask(symbol))
                                .subscribeOn(Schedulers.io())
                                .doOnSuccess(answer -> volume += answer)) // BUG: UnsafeReadModifyWrite
                    .ignoreElements();
              }

              abstract long ask(String symbol);
            }
            """)
        .withOptions(LIBRARIES)
        .reportsWhatIsMarked();
  }
}
