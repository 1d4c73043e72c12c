package com.lintel.quotes;

public record Quote(String symbol, long time, double bid, double ask) {
    public Quote {
        if (bid > ask) {
            throw new IllegalArgumentException(symbol);
        }
    }

    double mid() {
        return (bid + ask) / 2;
    }
}
