package k13;

/** maxLo values per trip to the database. */
public final class LegacyHiLo implements IdOptimizer {
    private final int maxLo;
    private long hi;
    private int lo;

    public LegacyHiLo(int maxLo) {
        this.maxLo = maxLo;
        this.lo = maxLo + 1;
    }

    @Override
    public long generate(String tenant, SequenceCall call) {
        if (lo > maxLo) { // RACE rmw #1
            long hival = call.nextValue();
            lo = hival == 0 ? 1 : 0; // RACE rmw #1
            hi = hival * (maxLo + 1); // RACE rmw #1
        }
        return hi + lo++; // RACE rmw #1
    }
}
