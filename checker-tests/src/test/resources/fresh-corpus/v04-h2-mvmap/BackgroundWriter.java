package v04h2mvmap;

import java.util.concurrent.TimeUnit;

/** Writes a new version of the map to disk from time to time. */
class BackgroundWriter extends Thread {
    private final CowMap map;
    private volatile boolean closed;
    private long version;
    private int chunks;

    BackgroundWriter(CowMap map) {
        super("MVStore background writer");
        this.map = map;
        setDaemon(true);
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                continue;
            }
            version++;
            CowMap.RootReference ref = map.setWriteVersion(version);
            if (ref.page.keys.length > 0) {
                chunks++;
            }
        }
        System.getLogger("mvstore").log(System.Logger.Level.DEBUG, "{0} chunks written", chunks);
    }

    void close() {
        closed = true;
        interrupt();
    }
}
