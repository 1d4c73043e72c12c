package com.lettermill;

public interface Transport {
    boolean send(String letter);
}

/** Sends one letter after the other over its only line. */
class LineTransport implements Transport {
    private final Object line = new Object();
    private final StringBuffer wire = new StringBuffer();
    private int letters;
    private long octets;

    public boolean send(String letter) {
        if (letter.indexOf('@') < 0) {
            return false;
        }
        synchronized (line) {
            transmit(letter);
            return true;
        }
    }

    private void transmit(String letter) {
        wire.setLength(0);
        wire.append("MAIL ").append(letters++).append(' ').append(letter);
        octets += wire.length();
    }

    long octets() {
        synchronized (line) {
            return octets;
        }
    }
}
