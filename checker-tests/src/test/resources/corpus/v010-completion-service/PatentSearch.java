package legal.quarto.patents;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;

/** Searches several registers and takes the answers as they come. */
class PatentSearch {
  private final ExecutorService pool;
  private final Set<String> hits = new HashSet<>();
  private int asked;
  private int answered;
  private int slow;

  PatentSearch(ExecutorService pool) {
    this.pool = pool;
  }

  /** The answers come in any order, but all into the hands of the caller. */
  Set<String> search(List<String> registers, String words)
      throws InterruptedException, ExecutionException {
    CompletionService<Set<String>> answers = new ExecutorCompletionService<>(pool);
    for (String register : registers) {
      answers.submit(() -> ask(register, words));
      asked++;
    }
    for (int i = 0; i < registers.size(); i++) {
      Set<String> answer = answers.take().get();
      if (hits.addAll(answer)) {
        answered++;
      }
    }
    return hits;
  }

  private static Set<String> ask(String register, String words) {
    Set<String> found = new HashSet<>();
    for (String word : words.split(" ")) {
      if (!found.contains(word)) {
        found.add(register + "/" + word);
      }
    }
    return found;
  }

  /** The tasks write down themselves how slow they were. */
  int measure(List<String> registers) throws InterruptedException {
    CompletionService<Long> answers = new ExecutorCompletionService<>(pool);
    for (String register : registers) {
      answers.submit(
          () -> {
            long start = System.nanoTime();
            ask(register, "bicycle");
            if (System.nanoTime() - start > 1_000_000) {
              slow++; // RACE rmw
            }
            return start;
          });
    }
    for (int i = 0; i < registers.size(); i++) {
      answers.take();
    }
    return slow;
  }

  static Set<String> run(ExecutorService pool, List<String> registers)
      throws InterruptedException, ExecutionException {
    PatentSearch search = new PatentSearch(pool);
    search.measure(registers);
    return search.search(registers, "hinge spring");
  }

  double share() {
    return asked == 0 ? 0 : (double) answered / asked;
  }
}
