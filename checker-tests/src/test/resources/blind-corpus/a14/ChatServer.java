package org.oldtown.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Vector;

public class ChatServer {
  private static int connections = 0;
  private final Hashtable<String, Client> clients = new Hashtable<String, Client>();
  private final Vector<String> transcript = new Vector<String>();
  private int serial = 0;

  public static void main(String[] args) throws IOException {
    ChatServer server = new ChatServer();
    ServerSocket socket = new ServerSocket(Integer.parseInt(args[0]));
    for (;;) {
      server.connect(socket.accept());
    }
  }

  private void connect(Socket socket) throws IOException {
    Client c = new Client(socket, ++serial);
    c.start();
  }

  class Client extends Thread {
    private final BufferedReader in;
    private final PrintWriter out;
    private String nick;
    private int lines;

    Client(Socket socket, int number) throws IOException {
      super("client-" + number);
      in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      out = new PrintWriter(socket.getOutputStream(), true);
    }

    public void run() {
      synchronized (this) {
        connections++; // RACE wrong-lock
      }
      try {
        nick = in.readLine();
        if (!enter(nick, this)) {
          out.println("nick taken");
          return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          lines++;
          broadcast(nick + ": " + line);
        }
      } catch (IOException e) {
        System.err.println(getName() + " lost after " + lines + " lines");
      } finally {
        synchronized (ChatServer.class) {
          connections--; // MAYBE
        }
        clients.remove(nick, this);
      }
    }

    void send(String line) {
      out.println(line);
    }
  }

  private boolean enter(String nick, Client c) {
    if (clients.containsKey(nick)) { // RACE check-then-act #1
      return false;
    }
    clients.put(nick, c); // RACE check-then-act #1
    return true;
  }

  private void broadcast(String line) {
    transcript.addElement(line);
    if (transcript.size() > 100) { // RACE check-then-act #2
      transcript.removeElementAt(0); // RACE check-then-act #2
    }
    for (Enumeration<Client> e = clients.elements(); e.hasMoreElements(); ) {
      e.nextElement().send(line);
    }
  }

  static synchronized int connections() {
    return connections;
  }
}
