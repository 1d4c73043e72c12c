package com.olive.net.ping;

import java.util.*;

public class PingApp implements Runnable {
    private final Timer timer = new Timer("pings", true);
    private final PingPanel panel = new PingPanel();
    private int hosts;

    void watch(String host, long millis) {
        hosts++;
        timer.schedule(new PingTask(host, panel), 0, millis);
    }

    /** The GUI thread's loop. */
    public void run() {
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String cmd = in.nextLine();
            if (cmd.equals("ack")) {
                panel.acknowledge();
            } else if (cmd.equals("clear")) {
                panel.clear();
            } else if (panel.takeDirty()) {
                System.out.println(hosts + " hosts, " + panel.clicks() + " clicks");
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        PingApp app = new PingApp();
        for (int i = 0; i < args.length; i++) {
            app.watch(args[i], 1000L);
        }
        Thread gui = new Thread(app, "gui");
        gui.start();
        gui.join();
    }
}
