package chat.client;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One object per logical call; attempts follow each other, so their callbacks do, too. */
class RetryCall implements ClientResponseObserver<String, String> {
  private final Consumer<RetryCall> starter;
  private final ScheduledExecutorService timer;
  private final CompletableFuture<List<String>> result = new CompletableFuture<>();
  private List<String> received = new ArrayList<>();
  private final Map<Status.Code, Integer> failures = new HashMap<>();
  private int attempts;
  private int window;
  private ClientCallStreamObserver<String> requests;

  RetryCall(Consumer<RetryCall> starter, ScheduledExecutorService timer) {
    this.starter = starter;
    this.timer = timer;
  }

  CompletableFuture<List<String>> start() {
    attempt();
    return result;
  }

  private void attempt() {
    attempts++;
    received = new ArrayList<>();
    starter.accept(this);
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<String> requests) {
    this.requests = requests;
    window = 16;
    requests.disableAutoRequestWithInitial(16);
  }

  @Override
  public void onNext(String value) {
    received.add(value);
    if (--window == 0) {
      window = 16;
      requests.request(16);
    }
  }

  @Override
  public void onError(Throwable t) {
    Status.Code code = Status.fromThrowable(t).getCode();
    failures.merge(code, 1, Integer::sum);
    if (attempts < 4 && code == Status.Code.UNAVAILABLE) {
      timer.schedule(this::attempt, 100L << attempts, TimeUnit.MILLISECONDS);
    } else {
      result.completeExceptionally(t);
    }
  }

  @Override
  public void onCompleted() {
    result.complete(received);
  }
}
