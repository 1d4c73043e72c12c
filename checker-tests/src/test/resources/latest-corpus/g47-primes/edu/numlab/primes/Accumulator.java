package edu.numlab.primes;

/** Sum and count. Not synchronized. */
class Accumulator {
    private long sum;
    private int count;

    void add(long v) {
        sum += v; // RACE read-modify-write #1
        count++; // RACE read-modify-write #1
    }

    void merge(Accumulator other) {
        sum += other.sum;
        count += other.count;
    }

    public String toString() {
        return count + " numbers, sum " + sum;
    }
}
