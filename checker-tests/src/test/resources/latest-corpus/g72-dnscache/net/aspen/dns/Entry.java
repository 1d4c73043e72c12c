package net.aspen.dns;

/** A resolved name. */
record Entry(String name, String address, long expires, int hits) {
    Entry hit() {
        return new Entry(name, address, expires, hits + 1);
    }

    boolean expired(long now) {
        return expires < now;
    }
}
