package edu.numlab.primes;

public class PrimeCount {
    public static void main(String[] args) throws InterruptedException {
        int limit = Integer.parseInt(args[0]);
        int n = Integer.parseInt(args[1]);
        SieveThread[] threads = new SieveThread[n];
        Tally[] tallies = new Tally[n];
        Accumulator twins = new Accumulator();
        for (int i = 0; i < n; i++) {
            tallies[i] = new Tally();
            threads[i] = new SieveThread(limit / n * i, limit / n * (i + 1), twins, tallies[i]);
            threads[i].start();
        }
        int primes = 0;
        int largest = 0;
        int tested = 0;
        for (int i = 0; i < n; i++) {
            threads[i].join();
            primes += tallies[i].size();
            tested += threads[i].tested();
            if (tallies[i].largest() > largest) {
                largest = tallies[i].largest();
            }
        }
        Accumulator total = new Accumulator();
        total.merge(twins);
        System.out.println(primes + " primes of " + tested + ", largest " + largest + ", twins " + total);
    }
}
