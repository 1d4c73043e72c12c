package v08sentinelleaparray;

import java.util.concurrent.atomic.LongAdder;

/** Metrics of one resource; all requests that enter the resource go through its node. */
public class StatisticNode {
    static final class Bucket {
        final LongAdder pass = new LongAdder();
        final LongAdder block = new LongAdder();

        void reset() {
            pass.reset();
            block.reset();
        }
    }

    private final LeapArray<Bucket> perSecond = new LeapArray<>(2, 1000) {
        @Override
        protected Bucket newEmptyBucket(long timeMillis) {
            return new Bucket();
        }

        @Override
        protected WindowWrap<Bucket> resetWindowTo(WindowWrap<Bucket> w, long startTime) {
            w.value().reset();
            return w.resetTo(startTime);
        }
    };
    private final LongAdder curThreadNum = new LongAdder();

    public boolean tryEnter(int limit) {
        curThreadNum.increment();
        Bucket b = perSecond.currentWindow(System.currentTimeMillis()).value();
        if (b.pass.sum() >= limit) {
            b.block.increment();
            curThreadNum.decrement();
            return false;
        }
        b.pass.increment(); // MAYBE
        return true;
    }

    public void exit() {
        curThreadNum.decrement();
    }

    public int resets() {
        return perSecond.resets();
    }
}
