package programs;

import dev.interlock.soundness.Protocol;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A queue is emptied by one thread, or by two. */
final class Drainers {
  private Drainers() {}

  static final class OneConsumer implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 200_000;
    }

    @Override
    public int run() throws Exception {
      BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
      Thread producer = new Thread(() -> produce(queue));
      producer.start();
      Thread consumer = new Thread(() -> drain(queue, 200_000));
      consumer.start();
      producer.join();
      consumer.join();
      return count;
    }

    private void produce(BlockingQueue<Integer> queue) {
      for (int i = 0; i < 200_000; i++) {
        queue.add(1);
      }
    }

    private void drain(BlockingQueue<Integer> queue, int times) {
      try {
        for (int i = 0; i < times; i++) {
          count += queue.take();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static final class TwoConsumers implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 200_000;
    }

    @Override
    public int run() throws Exception {
      BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
      Thread producer = new Thread(() -> produce(queue));
      producer.start();
      Thread one = new Thread(() -> drain(queue, 100_000));
      Thread other = new Thread(() -> drain(queue, 100_000));
      one.start();
      other.start();
      producer.join();
      one.join();
      other.join();
      return count;
    }

    private void produce(BlockingQueue<Integer> queue) {
      for (int i = 0; i < 200_000; i++) {
        queue.add(1);
      }
    }

    private void drain(BlockingQueue<Integer> queue, int times) {
      try {
        for (int i = 0; i < times; i++) {
          count += queue.take();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
