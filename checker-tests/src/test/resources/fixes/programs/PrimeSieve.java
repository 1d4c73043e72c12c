package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Gathers results of a parallel stream by side effect. */
class PrimeSieve {
  static List<Integer> primes(int limit) {
    List<Integer> found = new ArrayList<>();
    IntStream.range(2, limit)
        .parallel()
        .forEach(
            n -> {
              if (isPrime(n)) {
                found.add(n);
              }
            });
    found.sort(null);
    return found;
  }

  static int countEven(List<Integer> numbers) {
    int[] even = new int[1];
    numbers
        .parallelStream()
        .forEach(
            n -> {
              if (n % 2 == 0) {
                even[0]++;
              }
            });
    return even[0];
  }

  private static boolean isPrime(int n) {
    return IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(d -> n % d != 0);
  }

  static String single() {
    return primes(3) + " " + countEven(List.of(2));
  }

  static long lost() {
    List<Integer> numbers = IntStream.range(0, 20_000).boxed().toList();
    return Math.abs(primes(20_000).size() - 2_262L) + Math.abs(countEven(numbers) - 10_000L);
  }
}
