package com.lettermill;

import java.util.Vector;

/**
 * Outgoing mail, sent by a handful of threads which all run this object.
 */
public class MailQueue implements Runnable {

    private final Vector<String> letters = new Vector<String>();
    private final Vector<String> bounced = new Vector<String>();
    private final Transport transport;
    private int sent;
    private int attempts;
    private volatile boolean closed;

    public MailQueue(Transport transport) {
        this.transport = transport;
    }

    public void open(int senders) {
        for (int i = 0; i < senders; i++) {
            new Thread(this, "sender-" + i).start();
        }
    }

    public void post(String letter) {
        synchronized (letters) {
            letters.addElement(letter);
            letters.notify();
        }
    }

    public void run() {
        int mine = 0;
        while (!closed) {
            String letter = take();
            if (letter == null) {
                return;
            }
            synchronized (this) {
                attempts++;
            }
            if (transport.send(letter)) {
                sent++; // RACE rmw
                mine++;
            } else {
                bounced.add(letter);
            }
        }
        System.out.println(Thread.currentThread().getName() + " sent " + mine);
    }

    private String take() {
        synchronized (letters) {
            while (letters.isEmpty()) {
                try {
                    letters.wait();
                } catch (InterruptedException e) {
                    return null;
                }
            }
            return letters.remove(0);
        }
    }

    /** Puts one bounced letter back; called by the operators' consoles. */
    public boolean retryOne() {
        if (bounced.size() > 0) { // RACE check-then-act #1
            post(bounced.remove(bounced.size() - 1)); // RACE check-then-act #1
            return true;
        }
        return false;
    }

    public int getSent() {
        return sent;
    }

    public synchronized int getAttempts() {
        return attempts;
    }

    public void close() {
        closed = true;
    }
}
