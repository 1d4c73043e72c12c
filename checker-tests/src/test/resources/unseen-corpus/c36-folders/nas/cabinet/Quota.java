package nas.cabinet;

/** Reservations against a folder; handed the folder's mutex when made. */
class Quota {
    private final Object lock;
    private final long max;
    private long reserved;
    private int denials;

    Quota(Folder root, long max) {
        this(root.mutex, max);
    }

    private Quota(Object lock, long max) {
        this.lock = lock;
        this.max = max;
    }

    boolean reserve(Folder in, long bytes) {
        synchronized (lock) {
            if (in.size() + reserved + bytes > max) {
                denials++;
                return false;
            }
            reserved += bytes;
            return true;
        }
    }

    void commit(Folder in, long bytes) {
        synchronized (lock) {
            reserved -= bytes;
            in.addFile(bytes);
        }
    }

    int denials() {
        synchronized (lock) {
            return denials;
        }
    }
}
