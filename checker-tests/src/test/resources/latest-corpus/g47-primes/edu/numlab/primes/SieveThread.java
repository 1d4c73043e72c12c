package edu.numlab.primes;

/** Searches a part of the range. */
class SieveThread extends Thread {
    private final int from;
    private final int to;
    private final Accumulator twins;
    private final Tally tally;
    private int tested;
    private int last;

    SieveThread(int from, int to, Accumulator twins, Tally tally) {
        this.from = from;
        this.to = to;
        this.twins = twins;
        this.tally = tally;
    }

    public void run() {
        for (int n = from; n < to; n++) {
            tested++;
            if (isPrime(n)) {
                if (n - last == 2) {
                    twins.add(n);
                }
                last = n;
                tally.add(n);
            }
        }
    }

    private static boolean isPrime(int n) {
        if (n < 2) {
            return false;
        }
        for (int d = 2; d * d <= n; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return true;
    }

    int tested() {
        return tested;
    }
}
