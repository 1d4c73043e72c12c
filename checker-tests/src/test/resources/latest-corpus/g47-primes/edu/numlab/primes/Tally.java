package edu.numlab.primes;

import java.util.ArrayList;
import java.util.List;

/** Primes found so far by one thread. */
class Tally {
    private final List<Integer> found = new ArrayList<Integer>();
    private int largest;

    void add(int p) {
        found.add(p);
        if (p > largest) {
            largest = p;
        }
    }

    int size() {
        return found.size();
    }

    int largest() {
        return largest;
    }
}
