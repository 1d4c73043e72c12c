package lic.srv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Hands out floating licenses; checks leases in the background. */
public class LicenseServer {
    private final Map leases = new HashMap();
    private int free;
    private int denied;
    private int served;
    private Date lastSweep = new Date();

    public LicenseServer(int seats) {
        free = seats;
    }

    synchronized boolean checkout(String host) {
        if (leases.containsKey(host)) {
            leases.put(host, new Long(System.currentTimeMillis())); // MAYBE
            return true;
        }
        if (free > 0) {
            free--; // MAYBE
            leases.put(host, new Long(System.currentTimeMillis())); // MAYBE
            return true;
        }
        return false;
    }

    void checkin(String host) {
        if (leases.remove(host) != null) { // RACE unsafe-collection
            free++; // RACE rmw
        }
    }

    private synchronized void sweep() {
        long now = System.currentTimeMillis();
        for (Iterator it = leases.entrySet().iterator(); it.hasNext();) {
            Map.Entry e = (Map.Entry) it.next();
            if (now - ((Long) e.getValue()).longValue() > 600000) {
                it.remove(); // MAYBE
                free++; // MAYBE
            }
        }
        lastSweep = new Date(now);
    }

    void serve(ServerSocket server) throws IOException {
        Thread sweeper = new Thread() {
            public void run() {
                try {
                    while (true) {
                        Thread.sleep(60000);
                        sweep();
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        };
        sweeper.setDaemon(true);
        sweeper.start();
        for (;;) {
            final Socket s = server.accept();
            served++;
            new Thread(new Runnable() {
                public void run() {
                    try {
                        talk(s);
                    } catch (IOException e) {
                        e.printStackTrace();
                    }
                }
            }, "client-" + served).start();
        }
    }

    private void talk(Socket s) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream()));
        PrintWriter out = new PrintWriter(s.getOutputStream(), true);
        String host = s.getInetAddress().getHostName();
        String line;
        int requests = 0;
        while ((line = in.readLine()) != null) {
            requests++;
            if (line.startsWith("OUT")) {
                boolean ok = checkout(host);
                if (!ok) {
                    synchronized (this) {
                        denied++;
                    }
                }
                out.println(ok ? "GRANTED" : "DENIED");
            } else if (line.startsWith("IN")) {
                checkin(host);
                out.println("OK " + requests);
            } else {
                synchronized (this) {
                    out.println(free + " free, " + denied + " denied, " + lastSweep);
                }
            }
        }
        s.close();
    }
}
