package v06disruptorsequencer;

public class RingEvent {
    int amount;
    int hops;

    void clear() {
        amount = 0;
        hops = 0;
    }
}
