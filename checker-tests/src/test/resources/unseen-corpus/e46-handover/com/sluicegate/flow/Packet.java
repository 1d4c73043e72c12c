package com.sluicegate.flow;

final class Packet {
    static final Packet END = new Packet();
    private final StringBuilder body = new StringBuilder();
    private int length;
    int hops;

    void append(String s) {
        body.append(s);
        length += s.length();
    }

    String text() {
        return body + "/" + length + "/" + hops;
    }
}
