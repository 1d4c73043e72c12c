package sequencer;

public interface Sequencer {

    long next(int n);

    void publish(long lo, long hi);

    boolean isAvailable(long sequence);
}
