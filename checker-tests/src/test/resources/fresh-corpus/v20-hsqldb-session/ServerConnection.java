package org.example.hsql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

class ServerConnection implements Runnable {
    private final Socket socket;
    private final SessionManager manager;
    private int requests;

    ServerConnection(Socket socket, SessionManager manager) {
        this.socket = socket;
        this.manager = manager;
        new Thread(this, "HSQLDB Connection @" + Integer.toHexString(hashCode())).start();
    }

    @Override
    public void run() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
            SessionManager.Session session =
                "LOG".equals(in.readLine()) ? manager.newSessionForLog() : manager.newSession();
            String line;
            while ((line = in.readLine()) != null) {
                requests++;
                session.execute(line);
            }
            manager.closeSession(session);
        } catch (IOException e) {
            System.err.println("connection lost after " + requests + " requests: " + e);
        }
    }
}
