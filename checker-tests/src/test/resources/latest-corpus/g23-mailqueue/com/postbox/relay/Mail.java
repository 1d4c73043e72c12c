package com.postbox.relay;

public class Mail {
    private final String from;
    private final String to;
    private final String body;
    private int tries;

    public Mail(String from, String to, String body) {
        this.from = from;
        this.to = to;
        this.body = body;
    }

    public String domain() {
        return to.substring(to.indexOf('@') + 1);
    }

    int nextTry() {
        return ++tries;
    }

    public String text() {
        return "From: " + from + "\nTo: " + to + "\n\n" + body;
    }
}
