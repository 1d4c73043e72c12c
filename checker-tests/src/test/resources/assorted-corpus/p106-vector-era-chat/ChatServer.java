package com.acme.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Enumeration;
import java.util.Stack;
import java.util.Vector;

/**
 * Thread per connection, 1999 style.
 */
public class ChatServer extends Thread {

    private Vector clients = new Vector();
    private Stack freeIds = new Stack();
    private Vector banned = new Vector();
    private StringBuffer transcript = new StringBuffer();
    private int connections = 0;
    private int messages = 0;
    private int kicks = 0;
    private int nextId = 1;
    private ServerSocket listener;

    public ChatServer(int port) throws IOException {
        listener = new ServerSocket(port);
    }

    public void run() {
        try {
            while (true) {
                Socket s = listener.accept();
                connections++;
                Client c = new Client(s, takeId());
                clients.addElement(c);
                c.start();
            }
        } catch (IOException e) {
            System.err.println("closed after " + connections);
        }
    }

    private int takeId() {
        if (!freeIds.empty()) {
            return ((Integer) freeIds.pop()).intValue();
        }
        return nextId++;
    }

    void broadcast(String text) {
        messages++; // RACE rmw
        transcript.append(text).append('\n');
        if (transcript.length() > 10000) { // RACE check-then-act #1
            transcript.delete(0, transcript.length() - 5000); // RACE check-then-act #1
        }
        synchronized (clients) {
            for (Enumeration e = clients.elements(); e.hasMoreElements();) {
                ((Client) e.nextElement()).send(text);
            }
        }
    }

    void ban(String name) {
        if (!banned.contains(name)) { // RACE check-then-act #2
            banned.addElement(name); // RACE check-then-act #2
            kick();
        }
    }

    synchronized void kick() {
        kicks++;
    }

    void left(Client c) {
        clients.removeElement(c);
        freeIds.push(Integer.valueOf(c.id));
    }

    class Client extends Thread {
        private Socket socket;
        private PrintWriter out;
        private int lines;
        final int id;
        private int sent;

        Client(Socket s, int id) {
            this.socket = s;
            this.id = id;
        }

        public void run() {
            try {
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
                synchronized (this) {
                    out = new PrintWriter(socket.getOutputStream(), true);
                }
                String line;
                while ((line = in.readLine()) != null) {
                    lines++;
                    if (line.startsWith("/ban ")) {
                        ban(line.substring(5));
                    } else {
                        broadcast(id + "#" + lines + ": " + line);
                    }
                }
            } catch (IOException e) {
                System.err.println("client " + id + ": " + e);
            } finally {
                left(this);
            }
        }

        synchronized void send(String text) {
            if (out != null) {
                out.println(text);
                sent++;
            }
        }
    }
}
