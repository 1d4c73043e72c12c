package dev.interlock.library;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.ModelledLibraries;
import java.io.File;
import org.junit.jupiter.api.Test;

/**
 * Handlers of Netty, verticles, actors, publishers: one at a time until they leave their thread.
 */
final class EventDrivenCodeTest {

  @Test
  void handlerThatChannelsShare() {
    expect(
        """
        import io.netty.channel.ChannelHandler.Sharable;
        import io.netty.channel.ChannelHandlerContext;
        import io.netty.channel.ChannelInboundHandlerAdapter;

        @Sharable
        class Meter extends ChannelInboundHandlerAdapter {
          private long messages;

          @Override
          public void channelRead(ChannelHandlerContext context, Object message) {
            messages++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void handlerOfOneChannel() {
    expect(
        """
        import io.netty.channel.ChannelHandlerContext;
        import io.netty.channel.ChannelInboundHandlerAdapter;

        class Meter extends ChannelInboundHandlerAdapter {
          private long messages;

          @Override
          public void channelRead(ChannelHandlerContext context, Object message) {
            messages++;
          }
        }
        """);
  }

  @Test
  void handlerWhoseUsersHopOntoItsLoop() {
    expect(
        """
        import io.netty.channel.ChannelHandlerContext;
        import io.netty.channel.ChannelInboundHandlerAdapter;

        class Requests extends ChannelInboundHandlerAdapter {
          private volatile ChannelHandlerContext context;
          private volatile int waiting;
          private volatile int refused;

          @Override
          public void handlerAdded(ChannelHandlerContext context) {
            this.context = context;
          }

          public void send(String request) {
            if (waiting > 100) {
              refused++; // BUG: UnsafeReadModifyWrite
              return;
            }
            context.executor().execute(
                () -> {
                  waiting++;
                  context.writeAndFlush(request);
                });
          }

          @Override
          public void channelRead(ChannelHandlerContext context, Object answer) {
            waiting--;
          }

          @Override
          public void channelInactive(ChannelHandlerContext context) {
            while (waiting > 0) {
              waiting--;
            }
          }
        }
        """);
  }

  @Test
  void verticleThatStaysOnItsEventLoop() {
    expect(
        """
        import io.vertx.core.AbstractVerticle;

        class Inbox extends AbstractVerticle {
          private int unread;

          @Override
          public void start() {
            vertx.eventBus().consumer("mail", message -> unread++);
            vertx.setPeriodic(1000, timer -> read());
          }

          public void read() {
            unread--;
          }
        }
        """);
  }

  @Test
  void verticleThatUpdatesInAWorker() {
    expect(
        """
        import io.vertx.core.AbstractVerticle;

        class Inbox extends AbstractVerticle {
          private int unread;

          @Override
          public void start() {
            vertx.eventBus().consumer("mail", message -> unread++); // BUG: UnsafeReadModifyWrite
            vertx.executeBlocking(() -> --unread); // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void verticleWhoseWorkerComesBackWithItsResult() {
    expect(
        """
        import io.vertx.core.AbstractVerticle;

        class Inbox extends AbstractVerticle {
          private int unread;

          @Override
          public void start() {
            vertx.eventBus().consumer("mail", message -> unread++);
            vertx.executeBlocking(() -> load()).onSuccess(more -> unread += more);
          }

          private static Integer load() {
            return 1;
          }
        }
        """);
  }

  @Test
  void actorThatHandlesOneMessageAtATime() {
    expect(
        """
        import org.apache.pekko.actor.AbstractActor;

        class Account extends AbstractActor {
          private long balance;

          @Override
          public Receive createReceive() {
            return receiveBuilder()
                .match(Long.class, amount -> balance += amount)
                .match(String.class, order -> balance--)
                .build();
          }
        }
        """);
  }

  @Test
  void actorThatUpdatesInAFuture() {
    expect(
        """
        import java.util.concurrent.CompletableFuture;
        import org.apache.pekko.actor.AbstractActor;

        class Account extends AbstractActor {
          private long balance;

          @Override
          public Receive createReceive() {
            return receiveBuilder()
                .match(Long.class, amount -> balance += amount) // BUG: UnsafeReadModifyWrite
                .match(
                    String.class,
                    order ->
                        CompletableFuture.runAsync(
                            () -> balance--)) // BUG: UnsafeReadModifyWrite
                .build();
          }
        }
        """);
  }

  @Test
  void signalsOfOneSubscriberOfReactor() {
    expect(
        """
        import reactor.core.publisher.Flux;
        import reactor.core.scheduler.Schedulers;

        class Sum {
          static int[] of(Flux<Integer> numbers) {
            int[] sum = {0};
            numbers.publishOn(Schedulers.parallel()).subscribe(number -> sum[0] += number);
            return sum;
          }
        }
        """);
  }

  @Test
  void railsOfReactor() {
    expect(
        """
        import reactor.core.publisher.Flux;
        import reactor.core.scheduler.Schedulers;

        class Sum {
          static int[] of(Flux<Integer> numbers) {
            int[] sum = {0};
            numbers
                .parallel()
                .runOn(Schedulers.parallel())
                .subscribe(number -> sum[0] += number); // BUG: UnsafeReadModifyWrite
            return sum;
          }
        }
        """);
  }

  @Test
  void signalsOfOneObserverOfRxJava() {
    expect(
        """
        import io.reactivex.rxjava3.core.Flowable;
        import io.reactivex.rxjava3.schedulers.Schedulers;

        class Sum {
          static int[] of(Flowable<Integer> numbers) {
            int[] sum = {0};
            numbers.observeOn(Schedulers.computation()).subscribe(number -> sum[0] += number);
            return sum;
          }
        }
        """);
  }

  @Test
  void sourcesOfRxJavaThatAreSubscribedOnAScheduler() {
    expect(
        """
        import io.reactivex.rxjava3.core.Flowable;
        import io.reactivex.rxjava3.schedulers.Schedulers;

        class Loader {
          static void load(Flowable<String> pages, int[] loaded) {
            pages
                .flatMap(
                    page ->
                        Flowable.fromCallable(
                                () -> loaded[0]++) // BUG: UnsafeReadModifyWrite
                            .subscribeOn(Schedulers.io()))
                .subscribe();
          }
        }
        """);
  }

  @Test
  void subscriberOfOnePublisher() {
    expect(
        """
        import java.util.concurrent.Flow;
        import java.util.concurrent.SubmissionPublisher;

        class Audience {
          private int heard;

          private final class Listener implements Flow.Subscriber<String> {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
              subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(String word) {
              heard++;
            }

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onComplete() {}
          }

          void listen(SubmissionPublisher<String> speaker) {
            speaker.subscribe(new Listener());
          }
        }
        """);
  }

  @Test
  void subscribersOfTwoPublishers() {
    expect(
        """
        import java.util.concurrent.Flow;
        import java.util.concurrent.SubmissionPublisher;

        class Audience {
          private int heard;

          private final class Listener implements Flow.Subscriber<String> {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
              subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(String word) {
              heard++; // BUG: UnsafeReadModifyWrite
            }

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onComplete() {}
          }

          void listen(SubmissionPublisher<String> speaker, SubmissionPublisher<String> other) {
            speaker.subscribe(new Listener());
            other.subscribe(new Listener());
          }
        }
        """);
  }

  @Test
  void callbacksOfAConsumerOnTheThreadThatPolls() {
    expect(
        """
        import java.util.Collection;
        import java.util.HashMap;
        import java.util.List;
        import java.util.Map;
        import org.apache.kafka.clients.consumer.Consumer;
        import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
        import org.apache.kafka.common.TopicPartition;

        class Clicks implements Runnable, ConsumerRebalanceListener {
          private final Consumer<String, String> consumer;
          private final Map<TopicPartition, Integer> open = new HashMap<>();
          private int commits;
          private int lost;

          Clicks(Consumer<String, String> consumer) {
            this.consumer = consumer;
          }

          void start() {
            new Thread(this).start();
          }

          @Override
          public void run() {
            consumer.subscribe(List.of("clicks"), this);
            while (true) {
              consumer
                  .poll(java.time.Duration.ofMillis(100))
                  .forEach(r -> open.merge(new TopicPartition(r.topic(), r.partition()), 1, Integer::sum));
              consumer.commitAsync((offsets, error) -> commits++);
              commits++;
              lost++; // BUG: UnsafeReadModifyWrite
            }
          }

          public synchronized void lose() {
            lost++;
          }

          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(open::remove);
          }

          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            open.clear();
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
