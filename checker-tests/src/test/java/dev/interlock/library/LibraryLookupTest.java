package dev.interlock.library;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bundled models say of representative uses of libraries, as javac resolves them. */
final class LibraryLookupTest {
  private static final String IMPORTS =
      """
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import java.util.concurrent.locks.*;
      import java.util.function.*;
      import java.util.stream.*;
      """;

  /** Each row: the variable in use, the one call, what it is known to do. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          # Tasks
          Runnable r                      => new Thread(r)                       => launches 0 on own-thread
          Runnable r                      => new Thread(r, "name")               => launches 0 on own-thread
          Thread t                        => t.start()                           => launches receiver on own-thread
          Executor e, Runnable r          => e.execute(r)                        => launches 0 on receiver
          ThreadPoolExecutor e, Runnable r => e.execute(r)                       => launches 0 on receiver
          ForkJoinPool e, Callable<?> c   => e.submit(c)                         => launches 0 on receiver
          ScheduledExecutorService e, Runnable r => e.scheduleAtFixedRate(r, 1, 1, TimeUnit.DAYS) => launches 0 periodic on receiver
          int n                           => Executors.newFixedThreadPool(n)     => yields serial if 0=1
          int n                           => new ThreadPoolExecutor(1, n, 1, TimeUnit.DAYS, null) => yields serial if 1=1
          Timer t, TimerTask k            => t.schedule(k, 1L)                   => launches 0 on receiver
          Timer t, TimerTask k            => t.schedule(k, 1L, 1L)               => launches 0 periodic on receiver
          Supplier<String> s              => CompletableFuture.supplyAsync(s)    => launches 0 on pool
          Supplier<String> s, Executor e  => CompletableFuture.supplyAsync(s, e) => launches 0 on 1
          CompletableFuture<String> f, Function<String, String> g => f.thenApply(g) => launches 0 on completer
          CompletableFuture<String> f, Function<String, String> g, Executor e => f.thenApplyAsync(g, e) => launches 0 on 1
          RecursiveAction a               => a.fork()                            => launches receiver on pool; returns receiver
          RecursiveAction a, RecursiveAction b => ForkJoinTask.invokeAll(a, b)   => launches 0 awaited; launches 1 awaited
          ExecutorService e, List<Callable<String>> l => e.invokeAll(l)          => launches 0 parallel on receiver awaited
          Thread t                        => t.join()                            => awaits tasks
          FutureTask<String> f            => f.get()                             => awaits tasks
          CyclicBarrier b                 => b.await()                           => awaits barrier
          ThreadLocal<String> t           => t.get()                             => confined
          # Locks
          ReentrantLock l                 => l.lock()                            => acquires receiver
          ReadWriteLock l                 => l.readLock()                        => returns receiver; yields shared-lock
          ReentrantReadWriteLock l        => l.writeLock()                       => returns receiver
          ReentrantReadWriteLock.ReadLock l => l.lock()                          => acquires receiver shared
          StampedLock l                   => l.tryConvertToWriteLock(1)          => tries-to-acquire receiver
          Semaphore s                     => s.tryAcquire()                      => tries-to-acquire receiver needs mutex; tries-to-acquire receiver shared needs permits
          int n                           => new Semaphore(n)                    => yields mutex if 0=1; yields permits if 0>1; yields empty if 0=0
          Condition c                     => c.await()                           => reacquires receiver
          Object o                        => Thread.holdsLock(o)                 => asserts-held 0
          Object o                        => o.wait()                            => reacquires receiver
          # Atomics
          AtomicInteger a                 => a.getAndIncrement()                 => updates; claims
          AtomicLong a                    => a.compareAndSet(1, 2)               => updates value=1 conditional
          AtomicReference<String> a, UnaryOperator<String> f => a.updateAndGet(f) => updates; calls 0 repeatedly gives-element; returns element
          AtomicIntegerArray a            => a.getAndAdd(0, 1)                   => updates key=0; claims
          LongAdder a                     => a.sumThenReset()                    => updates
          AtomicIntegerFieldUpdater<Object> u, Object o => u.set(o, 1)           => writes value=1
          java.lang.invoke.VarHandle h, Object o => h.getAndAdd(o, 1)            => updates; claims
          # Collections
          HashMap<String, String> m       => m.put("k", "v")                     => writes key=0 value=1; stores 0 1; returns element
          Map<String, String> m, BiFunction<String, String, String> f => m.compute("k", f) => updates key=0; calls 1 gives-element; stores 0; returns element
          ConcurrentHashMap<String, String> m, BiFunction<String, String, String> f => m.compute("k", f) => updates key=0; calls 1 gives-element atomic; stores 0; returns element
          ConcurrentSkipListMap<String, String> m, BiFunction<String, String, String> f => m.compute("k", f) => updates key=0; calls 1 repeatedly gives-element; stores 0; returns element
          Map<String, String> m           => m.remove("k")                       => updates key=0; returns element
          Map<String, String> m           => m.remove("k", "v")                  => updates key=0 conditional
          ConcurrentHashMap<String, String> m, BiConsumer<String, String> f => m.forEach(f) => reads; calls 0 repeatedly gives-element
          ConcurrentHashMap<String, String> m, BiConsumer<String, String> f => m.forEach(1, f) => launches 1 parallel gives-element awaited
          ArrayList<String> l             => l.remove(0)                         => updates; returns element
          ArrayList<String> l             => l.remove("x")                       => updates key=0 conditional
          HashSet<String> s               => s.add("x")                          => updates key=0 conditional; stores 0
          LinkedBlockingQueue<String> q   => q.take()                            => updates; returns element
          Map<String, String> m           => Collections.synchronizedMap(m)      => yields thread-safe; yields synchronized
          List<String> l                  => Collections.sort(l)                 => updates of=0
          Iterator<String> i              => i.remove()                          => updates conditional
          # Streams
          List<String> l                  => l.parallelStream()                  => reads; returns receiver; yields parallel
          IntStream s                     => s.parallel()                        => returns receiver; yields parallel
          Stream<String> s, Consumer<String> c => s.forEach(c)                   => launches 0 parallel-if-receiver gives-element awaited
          Stream<String> s, Consumer<String> c => s.forEachOrdered(c)            => calls 0 repeatedly gives-element
          Stream<String> s, Supplier<List<String>> c => s.collect(c, List::add, List::addAll) => calls 0 repeatedly; calls 1 repeatedly gives-element; calls 2 repeatedly
          Optional<String> o, Consumer<String> c => o.ifPresent(c)               => calls 0 gives-element
          # Text
          StringBuilder b                 => b.append("x")                       => updates; returns receiver
          StringBuilder b                 => b.setLength(0)                      => writes
          java.text.SimpleDateFormat f    => f.parse("x")                        => updates
          java.nio.ByteBuffer b           => b.get()                             => updates
          java.nio.ByteBuffer b           => b.get(0)                            => reads
          # Other libraries
          com.google.common.util.concurrent.Monitor m => m.enter()               => acquires receiver
          com.google.common.util.concurrent.ListenableFuture<?> f, Runnable r, Executor e => f.addListener(r, e) => launches 0 on 1
          com.github.benmanes.caffeine.cache.Cache<String, String> c, Function<String, String> f => c.get("k", f) => updates key=0 conditional; calls 1 atomic; stores 0; returns element
          reactor.core.publisher.ParallelFlux<String> f, Consumer<String> c => f.doOnNext(c) => launches 0 parallel-if-receiver gives-element; returns receiver; yields as-receiver
          io.micrometer.core.instrument.Timer t, Runnable r => t.record(r)       => calls 0
          io.vertx.core.Vertx v, io.vertx.core.Handler<Void> h => v.runOnContext(h) => launches 0 on event-loop
          """)
  void callDoes(String variables, String call, String effects) {
    assertThat(call(variables, call).called()).hasValue(Snippet.effects(effects));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          String s               => s.length()
          Future<?> f            => f.cancel(true)
          Iterator<?> i          => i.hasNext()
          """)
  void callDoesNothingOfInterest(String variables, String call) {
    assertThat(call(variables, call).called().isPresent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          extends Thread                                  => SELF_LAUNCHING
          extends HashMap<String, String>                 => NOT_THREAD_SAFE
          extends LinkedHashMap<String, String>           => NOT_THREAD_SAFE
          extends ConcurrentHashMap<String, String>       => THREAD_SAFE
          extends LinkedBlockingDeque<String>             => THREAD_SAFE
          extends Properties                              => THREAD_SAFE
          extends AbstractMap<String, String>             =>
          implements Collection<String>                   =>
          extends AtomicInteger                           => ATOMIC_VARIABLE THREAD_SAFE
          extends ReentrantLock                           => LOCK
          extends ThreadLocal<String>                     => THREAD_CONFINED
          implements ExecutorService                      => EXECUTOR
          extends Timer                                   => EXECUTOR SERIAL_EXECUTOR
          extends java.text.SimpleDateFormat              => NOT_THREAD_SAFE
          implements Iterator<String>                     => SERIAL_USE
          extends jakarta.servlet.http.HttpServlet        => SHARED_INSTANCE
          implements io.grpc.BindableService              => SHARED_INSTANCE
          extends io.vertx.core.AbstractVerticle          => SERIAL_USE
          """)
  void subclassHasFlags(String heritage, String flags) {
    Snippet snippet = snippet("abstract class Subject<T extends String> %s {}".formatted(heritage));

    assertThat(snippet.flags("Subject").stream().map(Enum::name))
        .containsExactlyElementsIn(flags == null ? List.of() : List.of(flags.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          extends javax.servlet.http.HttpServlet   => protected void doGet(javax.servlet.http.HttpServletRequest q, javax.servlet.http.HttpServletResponse s) {} => CONCURRENT
          implements jakarta.servlet.Filter        => public void doFilter(jakarta.servlet.ServletRequest q, jakarta.servlet.ServletResponse s, jakarta.servlet.FilterChain c) {} => CONCURRENT
          implements ThreadFactory                 => public Thread newThread(Runnable r) { return null; } => CONCURRENT
          extends javax.swing.SwingWorker<String, String>      => public String doInBackground() { return null; } => PER_INSTANCE
          implements Flow.Subscriber<String>       => public void onNext(String s) {} => SERIAL
          implements java.awt.event.ActionListener => public void actionPerformed(java.awt.event.ActionEvent e) {} => EVENT_LOOP
          extends jakarta.servlet.GenericServlet   => public void init() {} => ONCE
          implements Runnable                      => public void run() {} => PER_INSTANCE
          implements AutoCloseable                 => public void close() {} =>
          """)
  void overrideIsEnteredByTheFramework(String heritage, String method, String mode) {
    Snippet snippet = snippet("abstract class Subject %s { %s }".formatted(heritage, method));

    assertThat(snippet.onlyEntry().map(Enum::name).orElse(null)).isEqualTo(mode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          net.jcip.annotations.ThreadSafe                              => THREAD_SAFE
          com.google.errorprone.annotations.concurrent.GuardedBy       => GUARDED_BY
          javax.annotation.processing.Generated                        => GENERATED
          lombok.Synchronized                                          => SYNCHRONIZED
          org.springframework.stereotype.Service                       => SHARED_INSTANCE
          org.springframework.web.context.annotation.RequestScope      => CONFINED_INSTANCE
          org.springframework.scheduling.annotation.Async              => CONCURRENT_ENTRY
          org.springframework.scheduling.annotation.Scheduled          => SERIAL_ENTRY
          io.netty.channel.ChannelHandler.Sharable                     => SHAREABLE_INSTANCE
          org.junit.jupiter.api.Test                                   => CALLED_ONCE
          java.lang.Override                                           =>
          """)
  void annotationMeans(String name, String meaning) {
    assertThat(bundled().annotation(name).map(Enum::name).orElse(null)).isEqualTo(meaning);
  }

  private static Snippet call(String variables, String call) {
    return snippet(
        "class Caller { void call(%s) throws Throwable { %s; } }".formatted(variables, call));
  }

  private static Snippet snippet(String declaration) {
    return Snippet.of(IMPORTS + declaration, bundled());
  }

  private static LoadedModel bundled() {
    return ModelFiles.load(ImmutableList.of());
  }
}
