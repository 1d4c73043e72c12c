package org.pixmill.thumb;

final class Accumulator {
    private int size;
    private int sum;

    void feed(byte b) {
        size++;
        sum = 31 * sum + b;
    }

    int size() {
        return size;
    }

    int checksum() {
        return sum;
    }
}
