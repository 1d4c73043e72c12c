package org.larkmq.client;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Allocates the 16 bit ids of messages in flight. Publishers of any thread ask for one. */
public class PacketIds {
    private final ConcurrentMap<Integer, Token> inFlight = new ConcurrentHashMap<>();
    private volatile int cursor;

    public int claim(Token token) {
        int id = cursor + 1; // MAYBE
        while (inFlight.putIfAbsent(id, token) != null) {
            id = id == 65535 ? 1 : id + 1;
        }
        cursor = id == 65535 ? 0 : id; // MAYBE
        return id;
    }

    public Token acknowledge(int id) {
        Token t = inFlight.remove(id);
        if (t != null) {
            t.complete();
        }
        return t;
    }

    public void resend(int id, Token replacement) {
        if (inFlight.containsKey(id)) { // RACE check-then-act #2
            inFlight.put(id, replacement); // RACE check-then-act #2
        }
    }

    public boolean swap(int id, Token old, Token replacement) {
        return inFlight.replace(id, old, replacement);
    }

    public int size() {
        return inFlight.size();
    }
}
