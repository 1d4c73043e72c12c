package mail.poll;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Polls a mailbox in the background; users may also press "check now". */
public class MailPoller {
    private final Deque<String> unread = new ArrayDeque<String>();
    private final Set<String> ids = new HashSet<String>();
    private final Thread thread;
    private int checks;
    private int fetched;
    private long backoff = 1000;
    private volatile boolean closed;

    public MailPoller() {
        thread = new Thread("mail-poller") {
            @Override
            public void run() {
                while (!closed) {
                    if (checkNow() == 0) {
                        backoff = Math.min(backoff * 2, 60000);
                    } else {
                        backoff = 1000;
                    }
                    try {
                        sleep(backoff);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            }
        };
        thread.setDaemon(true);
        thread.start();
    }

    /** Also bound to the refresh button. */
    public int checkNow() {
        checks++; // RACE rmw
        int n = 0;
        for (String header : listHeaders()) {
            if (ids.add(header)) { // RACE unsafe-collection
                synchronized (unread) {
                    unread.addLast(header);
                    fetched++;
                }
                n++;
            }
        }
        return n;
    }

    protected Iterable<String> listHeaders() {
        return java.util.Arrays.asList("a" + System.currentTimeMillis());
    }

    public String next() {
        synchronized (unread) {
            return unread.pollFirst();
        }
    }

    public int fetched() {
        synchronized (unread) {
            return fetched;
        }
    }

    public int checks() {
        return checks;
    }

    public void close() {
        closed = true;
        thread.interrupt();
    }
}
