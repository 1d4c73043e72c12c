package wire;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;

public final class Newswire {
  public static void main(String[] args) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    WordCounter counter = new WordCounter();
    Archive archive = new Archive();
    int published = 0;
    try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>(pool, 256)) {
      publisher.subscribe(counter);
      publisher.subscribe(archive);
      for (String item : List.of("storm at sea", "calm at sea", "ship in port")) {
        publisher.submit(item);
        published++;
      }
    }
    Map<String, Integer> counts = counter.await();
    System.out.println(published + " " + counts + " " + archive.size());
    pool.shutdown();
  }
}
