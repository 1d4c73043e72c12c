package fn;

import java.math.BigInteger;
import java.util.stream.IntStream;

public final class Primes {
  private static final Memo<Integer, BigInteger> NEXT =
      new Memo<>(n -> BigInteger.valueOf(n).nextProbablePrime());
  private static final Lazy<String> TITLE = new Lazy<>(() -> "primes");

  public static void main(String[] args) throws InterruptedException {
    Once<Integer> limit = new Once<>(() -> 1000);
    int n = limit.get();
    BigInteger sum = IntStream.range(0, n).parallel()
        .mapToObj(i -> NEXT.apply(i % 100))
        .reduce(BigInteger.ZERO, BigInteger::add);
    System.out.println(TITLE.get() + " " + sum + " " + NEXT.computed());
  }
}
