package fn;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Computes each value once, whoever asks first. */
public class Memo<A, R> implements Function<A, R> {
  private final ConcurrentMap<A, Future<R>> cache = new ConcurrentHashMap<>();
  private final Map<A, CompletableFuture<R>> async = new ConcurrentHashMap<>();
  private final LongAdder computed = new LongAdder();
  private final Function<A, R> f;

  public Memo(Function<A, R> f) {
    this.f = f;
  }

  @Override
  public R apply(A arg) {
    while (true) {
      Future<R> future = cache.get(arg);
      if (future == null) {
        FutureTask<R> task = new FutureTask<>(() -> compute(arg));
        future = cache.putIfAbsent(arg, task);
        if (future == null) {
          future = task;
          task.run();
        }
      }
      try {
        return future.get();
      } catch (CancellationException e) {
        cache.remove(arg, future);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
  }

  private R compute(A arg) {
    computed.increment();
    return f.apply(arg);
  }

  public CompletableFuture<R> applyAsync(A arg) {
    CompletableFuture<R> mine = new CompletableFuture<>();
    CompletableFuture<R> there = async.putIfAbsent(arg, mine);
    if (there != null) {
      return there;
    }
    mine.completeAsync(() -> compute(arg));
    return mine;
  }

  /** Forgets a value, if it is still that one. */
  public boolean forget(A arg, Future<R> value) {
    return cache.remove(arg, value);
  }

  public long computed() {
    return computed.sum();
  }
}
