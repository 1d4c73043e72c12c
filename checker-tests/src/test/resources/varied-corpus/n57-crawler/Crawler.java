package web.crawl;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

public class Crawler {
    private final BlockingQueue<String> frontier = new LinkedBlockingQueue<>();
    private final Set<String> visited = Collections.synchronizedSet(new HashSet<>());
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private final Map<String, String> redirects = new LinkedHashMap<>();
    private volatile int politenessMillis = 500;
    private int fetched;
    private int bytes;

    public void crawl(int threads, String seed) {
        enqueue(seed);
        for (int i = 0; i < threads; i++) {
            new Thread(this::loop, "crawler-" + i).start();
        }
    }

    private void loop() {
        int mine = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                String url = frontier.take();
                String page = fetch(url);
                mine++;
                for (String link : page.split("\n")) {
                    enqueue(link);
                }
                if (mine % 100 == 0) {
                    Thread.sleep(politenessMillis);
                }
            } catch (InterruptedException e) {
                break;
            }
        }
        synchronized (this) {
            fetched += mine;
        }
    }

    private void enqueue(String url) {
        if (!visited.contains(url)) { // RACE check-then-act #1
            visited.add(url); // RACE check-then-act #1
            frontier.add(url);
        }
        int slash = url.indexOf('/');
        if (slash > 0 && hosts.add(url.substring(0, slash))) {
            frontier.add(url.substring(0, slash) + "/robots.txt");
        }
    }

    private String fetch(String url) {
        String page = url + "\n" + url.length();
        bytes += page.length(); // RACE rmw
        if (page.length() % 7 == 0) {
            redirects.put(url, page); // RACE unsafe-collection
        }
        return page;
    }

    public void slower() {
        politenessMillis *= 2; // RACE atomic-compound
    }

    public synchronized int fetched() {
        return fetched;
    }
}
