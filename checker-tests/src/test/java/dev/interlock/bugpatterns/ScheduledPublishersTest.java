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

  @Test
  void sourceOfEachInnerPublisher() {
    CheckTester.of(
            """
            import io.reactivex.rxjava3.core.Observable;
            import io.reactivex.rxjava3.schedulers.Schedulers;
            import java.util.List;
            import reactor.core.publisher.Flux;
            import reactor.core.publisher.Mono;

            abstract class Quotes {
              private int asked;
              private int sent;
              private int single;

              Observable<Long> ask(List<String> symbols) {
                return Observable.fromIterable(symbols)
                    .flatMap(
                        symbol ->
                            Observable.fromCallable(
                                    () -> {
                                      asked++; // BUG: UnsafeReadModifyWrite
                                      return ask(symbol);
                                    })
                                .subscribeOn(Schedulers.io()));
              }

              Mono<Void> send(String symbol) {
                return Mono.<Void>fromRunnable(() -> sent++) // BUG: UnsafeReadModifyWrite
                    .subscribeOn(reactor.core.scheduler.Schedulers.parallel());
              }

              Observable<Long> askOneByOne(List<String> symbols) {
                return Observable.fromIterable(symbols)
                    .flatMap(
                        symbol ->
                            Observable.fromCallable(
                                    () -> {
                                      single++;
                                      return ask(symbol);
                                    })
                                .subscribeOn(Schedulers.single()));
              }

              abstract long ask(String symbol);
            }
            """)
        .withOptions(LIBRARIES)
        .reportsWhatIsMarked();
  }

  @Test
  void innerPublishersThatAreSubscribedInTurn() {
    CheckTester.of(
            """
            import io.reactivex.rxjava3.core.Completable;
            import io.reactivex.rxjava3.core.Flowable;
            import io.reactivex.rxjava3.core.Single;
            import java.util.ArrayList;
            import java.util.List;
            import reactor.core.publisher.Flux;
            import reactor.core.publisher.Mono;
            import reactor.core.scheduler.Schedulers;

            abstract class Uploads {
              Flux<String> together(List<String> files) {
                List<String> done = new ArrayList<>();
                return Flux.fromIterable(files)
                    .flatMap(
                        file ->
                            Mono.fromCallable(() -> upload(file))
                                .subscribeOn(Schedulers.parallel())
                                .doOnNext(done::add)); // BUG: UnguardedCollectionMutation
              }

              Flux<String> oneByOne(List<String> files) {
                List<String> done = new ArrayList<>();
                return Flux.fromIterable(files)
                    .concatMap(
                        file ->
                            Mono.fromCallable(() -> upload(file))
                                .subscribeOn(Schedulers.parallel())
                                .doOnNext(done::add));
              }

              Completable counted(List<String> files) {
                int[] done = {0};
                return Flowable.fromIterable(files)
                    .concatMapSingle(
                        file ->
                            Single.fromCallable(
                                    () -> {
                                      done[0]++;
                                      return upload(file);
                                    })
                                .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io()))
                    .ignoreElements();
              }

              abstract String upload(String file);
            }
            """)
        .withOptions(LIBRARIES)
        .reportsWhatIsMarked();
  }

  @Test
  void publishersThatFollowAnother() {
    CheckTester.of(
            """
            import reactor.core.publisher.Mono;
            import reactor.core.scheduler.Schedulers;

            abstract class Bookings {
              Mono<String> inTurn() {
                int[] calls = {0};
                return Mono.fromCallable(
                        () -> {
                          calls[0]++;
                          return call();
                        })
                    .subscribeOn(Schedulers.parallel())
                    .flatMap(
                        answer ->
                            Mono.fromCallable(
                                    () -> {
                                      calls[0]++;
                                      return call();
                                    })
                                .subscribeOn(Schedulers.parallel()));
              }

              Mono<String> oneThenTheOther() {
                int[] calls = {0};
                Mono<String> one =
                    Mono.fromCallable(
                            () -> {
                              calls[0]++;
                              return call();
                            })
                        .subscribeOn(Schedulers.parallel());
                Mono<String> other =
                    Mono.fromCallable(
                            () -> {
                              calls[0]++;
                              return call();
                            })
                        .subscribeOn(Schedulers.parallel());
                return one.then(other);
              }

              abstract String call();
            }
            """)
        .withOptions(LIBRARIES)
        .reportsWhatIsMarked();
  }
}
