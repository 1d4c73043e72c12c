package com.wickerman.stats;

import java.util.Collection;

/** Counts things by kind. */
public interface Tally {
    void hit(String kind);

    long of(String kind);

    default void hitAll(Collection<String> kinds) {
        kinds.forEach(this::hit);
    }
}
