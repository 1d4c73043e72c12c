package com.oldtimer.chat;

import java.io.*;
import java.net.*;
import java.util.*;

public class ClientThread extends Thread {
    private static int totalLines = 0;
    private static final Object HISTORY_LOCK = new Object();
    private static LinkedList history = new LinkedList();

    private final ChatServer server;
    private final Socket socket;
    private final int number;
    private volatile String nick = "?";
    private int lines = 0;
    private Vector outbox = new Vector();

    ClientThread(ChatServer server, Socket socket, int number) {
        super("client-" + number);
        this.server = server;
        this.socket = socket;
        this.number = number;
    }

    String getNick() {
        return nick;
    }

    public void run() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            String line;
            while ((line = in.readLine()) != null) {
                lines++;
                totalLines++; // RACE read-modify-write #2
                handle(line);
                flushOutbox();
            }
        } catch (IOException e) {
            System.err.println("client " + number + " after " + lines + " lines: " + e);
        } finally {
            server.leave(this);
        }
    }

    private void handle(String line) {
        if (line.startsWith("/nick ")) {
            String wanted = line.substring(6);
            if (server.claimNick(wanted, this)) {
                nick = wanted;
            }
        } else if (line.startsWith("/join ")) {
            server.join(line.substring(6), this);
        } else {
            remember(line);
            server.broadcast("main", nick + ": " + line);
        }
    }

    private static void remember(String line) {
        synchronized (HISTORY_LOCK) {
            history.addLast(line);
            if (history.size() > 100) {
                history.removeFirst();
            }
        }
    }

    /** Queues a line for this client; called by whichever thread is talking. */
    void deliver(String line) {
        outbox.addElement(line);
    }

    private void flushOutbox() throws IOException {
        Writer out = new OutputStreamWriter(socket.getOutputStream());
        Vector todo = new Vector(outbox);
        outbox.clear(); // RACE split-section #3
        for (Enumeration e = todo.elements(); e.hasMoreElements();) {
            out.write((String) e.nextElement() + "\n");
        }
        out.flush();
    }
}
