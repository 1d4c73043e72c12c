package com.tally.ids;

public interface BlockSource {
    long nextBlock();
}
