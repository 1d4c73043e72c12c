package programs;

import dev.interlock.soundness.Program;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** One element, and who gets it. */
final class Queues {
  private Queues() {}

  static final class CheckThenPoll implements Program {
    private final Queue<String> queue = new ConcurrentLinkedQueue<>(List.of("a"));
    private String first = "";
    private String second = "";

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = take());
      pool.execute(() -> second = take());
    }

    @Override
    public Object outcome() {
      return first + " " + second;
    }

    private String take() {
      if (!queue.isEmpty()) {
        return String.valueOf(queue.poll());
      }
      return "empty";
    }
  }

  static final class Poll implements Program {
    private final Queue<String> queue = new ConcurrentLinkedQueue<>(List.of("a"));
    private String first = "";
    private String second = "";

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = take());
      pool.execute(() -> second = take());
    }

    @Override
    public Object outcome() {
      return first + " " + second;
    }

    private String take() {
      String taken = queue.poll();
      return taken == null ? "empty" : taken;
    }
  }

  static final class PlainPoll implements Program {
    private final Queue<String> queue = new ArrayDeque<>(List.of("a"));
    private String first = "";
    private String second = "";

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = take());
      pool.execute(() -> second = take());
    }

    @Override
    public Object outcome() {
      return first + " " + second;
    }

    private String take() {
      String taken = queue.poll();
      return taken == null ? "empty" : taken;
    }
  }
}
