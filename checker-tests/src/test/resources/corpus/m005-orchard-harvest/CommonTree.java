package farm.obstgut.harvest;

import java.util.List;
import java.util.stream.IntStream;

/** The tree in the middle of the village, from which everybody picks. */
class CommonTree {
  private int plums;
  private int cherries = 300;
  private int baskets;

  CommonTree(int plums) {
    this.plums = plums;
  }

  private int take(int n) {
    int got = Math.min(n, plums); // RACE rmw #1
    plums = plums - got; // RACE rmw #1
    return got;
  }

  int feast(List<Integer> appetites) {
    int eaten = appetites.parallelStream().mapToInt(this::take).sum();
    baskets++;
    return eaten;
  }

  /** Everybody waits for the one with the basket. */
  int share(int guests) {
    return IntStream.range(0, guests)
        .parallel()
        .map(
            guest -> {
              synchronized (this) {
                return takeLocked(guest % 3);
              }
            })
        .sum();
  }

  private int takeLocked(int n) {
    int got = Math.min(n, cherries);
    cherries = cherries - got;
    return got;
  }

  int baskets() {
    return baskets;
  }
}
