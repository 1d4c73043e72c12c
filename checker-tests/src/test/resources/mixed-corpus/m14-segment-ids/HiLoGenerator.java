package ids;

/** Hi/lo id generator of an entity; the session factory shares it among sessions. */
public class HiLoGenerator {

    private final SegmentIdGenerator.BlockSource source;
    private final String entity;
    private final int lowSize;
    private final Object monitor = new Object();
    private long hi = -1;
    private int lo;
    private volatile long lastHandedOut;

    public HiLoGenerator(SegmentIdGenerator.BlockSource source, String entity, int lowSize) {
        this.source = source;
        this.entity = entity;
        this.lowSize = lowSize;
        this.lo = lowSize;
    }

    public long generate() {
        long id;
        synchronized (monitor) {
            if (lo >= lowSize) {
                advance();
            }
            id = hi * lowSize + lo++;
        }
        lastHandedOut = id;
        return id;
    }

    private void advance() {
        hi = source.reserve(entity).size();
        lo = 0;
    }

    /** Continues above ids that have been imported from elsewhere. */
    public void skipTo(long id) {
        if (id > hi * lowSize + lo) { // RACE wrong-lock #1
            hi = id / lowSize + 1; // RACE wrong-lock #1
            lo = 0; // RACE wrong-lock #1
        }
    }

    public long lastHandedOut() {
        return lastHandedOut;
    }
}
