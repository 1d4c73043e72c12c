package org.lathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueStressTest {
  private ConcurrentLinkedQueue<Integer> queue;
  private ExecutorService pool;
  private int failures;
  private int setups;

  @BeforeEach
  void setUp() {
    setups++;
    failures = 0;
    queue = new ConcurrentLinkedQueue<>();
    pool = Executors.newFixedThreadPool(4);
  }

  @AfterEach
  void tearDown() {
    pool.shutdownNow();
  }

  @Test
  void offersArriveFromAllThreads() throws Exception {
    CountDownLatch done = new CountDownLatch(4);
    for (int t = 0; t < 4; t++) {
      pool.execute(() -> {
        for (int i = 0; i < 1000; i++) {
          if (!queue.offer(i)) {
            failures++; // RACE rmw
          }
        }
        done.countDown();
      });
    }
    assertTrue(done.await(10, TimeUnit.SECONDS));
    assertEquals(0, failures);
    assertEquals(4000, queue.size());
  }

  @Test
  void eachElementIsPolledOnce() throws Exception {
    for (int i = 0; i < 1000; i++) {
      queue.add(i);
    }
    List<Integer> polled = new ArrayList<>();
    List<Integer> polledSafely = Collections.synchronizedList(new ArrayList<>());
    List<Future<?>> futures = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      futures.add(pool.submit(() -> {
        Integer x;
        while ((x = queue.poll()) != null) {
          polled.add(x); // RACE unsafe-collection
          polledSafely.add(x);
        }
      }));
    }
    for (Future<?> f : futures) {
      f.get();
    }
    assertEquals(1000, polled.size());
    assertEquals(1000, polledSafely.size());
  }

  @Test
  void sumsPerTask() throws Exception {
    List<Future<Integer>> futures = new ArrayList<>();
    AtomicInteger started = new AtomicInteger();
    for (int t = 0; t < 4; t++) {
      futures.add(pool.submit(() -> {
        started.incrementAndGet();
        int sum = 0;
        for (int i = 0; i < 100; i++) {
          sum += i;
        }
        return sum;
      }));
    }
    int total = 0;
    for (Future<Integer> f : futures) {
      total += f.get();
    }
    assertEquals(4 * 4950, total);
    assertEquals(4, started.get());
  }

  @Test
  void singleWorkerThenJoin() throws InterruptedException {
    int[] count = {0};
    Thread t = new Thread(() -> {
      for (int i = 0; i < 100; i++) {
        count[0]++;
      }
    });
    t.start();
    t.join();
    count[0]++;
    assertEquals(101, count[0]);
  }
}
