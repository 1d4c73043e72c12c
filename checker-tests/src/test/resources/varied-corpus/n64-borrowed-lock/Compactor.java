package spool.core;

class Compactor extends Thread {
    private final Spooler spooler;
    private final long limit;
    private int passes;

    Compactor(Spooler spooler, long limit) {
        super("compactor");
        this.spooler = spooler;
        this.limit = limit;
        setDaemon(true);
    }

    @Override
    public void run() {
        while (!isInterrupted()) {
            passes++;
            spooler.lock().lock();
            try {
                for (SpoolFile f : spooler.filesLocked().values()) {
                    if (f.lengthLocked() > limit) {
                        f.truncateLocked(limit / 2);
                        spooler.noteCompaction();
                    }
                }
                spooler.filesLocked().values().removeIf(f -> f.lengthLocked() == 0);
            } finally {
                spooler.lock().unlock();
            }
            try {
                sleep(passes % 10 == 0 ? 10_000 : 1_000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
