package com.oldtimer.chat;

import java.io.*;
import java.net.*;
import java.util.*;

/**
 * The chat server. One ClientThread per connection.
 *
 * @author H. Vogel
 */
public class ChatServer {
    private Vector clients = new Vector();
    private Hashtable rooms = new Hashtable();
    private Hashtable nicks = new Hashtable();
    private int connections = 0;
    private boolean running = true;

    public static void main(String[] args) throws IOException {
        new ChatServer().serve(Integer.parseInt(args[0]));
    }

    public void serve(int port) throws IOException {
        ServerSocket ss = new ServerSocket(port);
        while (running) {
            Socket s = ss.accept();
            connections++;
            ClientThread t = new ClientThread(this, s, connections);
            clients.addElement(t);
            t.start();
        }
    }

    /** Joins a room, making it when need be. Called by client threads. */
    public void join(String room, ClientThread who) {
        Vector members = (Vector) rooms.get(room);
        if (members == null) {
            members = new Vector();
            rooms.put(room, members); // RACE check-then-act #1
        }
        members.addElement(who);
    }

    public boolean claimNick(String nick, ClientThread who) {
        synchronized (nicks) {
            if (nicks.containsKey(nick)) {
                return false;
            }
            nicks.put(nick, who);
            return true;
        }
    }

    public void leave(ClientThread who) {
        clients.removeElement(who);
        nicks.remove(who.getNick());
        for (Enumeration e = rooms.elements(); e.hasMoreElements();) {
            ((Vector) e.nextElement()).removeElement(who);
        }
    }

    public void broadcast(String room, String line) {
        Vector members = (Vector) rooms.get(room);
        if (members == null) {
            return;
        }
        synchronized (members) {
            for (int i = 0; i < members.size(); i++) {
                ((ClientThread) members.elementAt(i)).deliver(line);
            }
        }
    }
}
