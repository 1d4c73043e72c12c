package ftp.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;

/** A control connection. One thread per session, old style. */
class FtpSession extends Thread {
    private static Hashtable<String, Integer> logins = new Hashtable<String, Integer>();
    private static Vector<String> banned = new Vector<String>();
    private static List<FtpSession> all = new ArrayList<FtpSession>();
    private static int serial;

    private final Socket socket;
    private final Map<String, String> options = new HashMap<String, String>();
    private final List<String> history = new ArrayList<String>();
    private int commands;
    private int errors;
    private String user;
    private final int number;

    FtpSession(Socket socket) {
        this.socket = socket;
        synchronized (FtpSession.class) {
            number = ++serial;
            all.add(this); // MAYBE
        }
    }

    public void run() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
            String line;
            while ((line = in.readLine()) != null) {
                commands++;
                history.add(line);
                out.println(dispatch(line.trim()));
            }
        } catch (IOException e) {
            errors++;
        } finally {
            if (user != null) {
                loggedOut();
            }
            all.remove(this); // RACE unsafe-collection
        }
    }

    private String dispatch(String line) {
        String[] w = line.split(" ", 2);
        if (w[0].equals("USER") && w.length == 2) {
            user = w[1];
            if (banned.contains(user)) {
                return "530 banned";
            }
            Integer n = logins.get(user); // RACE check-then-act #1
            if (n == null) { // RACE check-then-act #1
                logins.put(user, 1); // RACE check-then-act #1
            } else {
                logins.put(user, n + 1); // RACE check-then-act #1
            }
            return "230 hello " + number;
        }
        if (w[0].equals("OPTS") && w.length == 2) {
            options.put("opts", w[1]);
            return "200 ok";
        }
        if (++errors > 10) {
            if (!banned.contains(user)) { // RACE check-then-act #2
                banned.addElement(user); // RACE check-then-act #2
            }
        }
        return "500 what";
    }

    private void loggedOut() {
        synchronized (logins) {
            int n = logins.get(user).intValue();
            if (n > 1) {
                logins.put(user, n - 1);
            } else {
                logins.remove(user);
            }
        }
    }
}
