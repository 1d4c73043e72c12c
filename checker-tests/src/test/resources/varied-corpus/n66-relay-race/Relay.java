package pipe.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.SynchronousQueue;

/** A parcel travels through stages; only the stage holding it touches it. */
public class Relay {
    static final class Parcel {
        int stages;
        long weight;
        List<String> stamps = new ArrayList<>();

        void stamp(String by) {
            stages++;
            stamps.add(by);
        }
    }

    static final class Stage extends Thread {
        private final BlockingQueue<Parcel> in;
        private final BlockingQueue<Parcel> out;
        private int handled;

        Stage(String name, BlockingQueue<Parcel> in, BlockingQueue<Parcel> out) {
            super(name);
            this.in = in;
            this.out = out;
        }

        @Override
        public void run() {
            try {
                for (;;) {
                    Parcel p = in.take();
                    p.stamp(getName());
                    p.weight += p.stamps.size();
                    handled++;
                    out.put(p);
                    if (handled == 1000) {
                        return;
                    }
                }
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }

    /** The filler fills one list while the writer empties the other. */
    static final class DoubleBuffer {
        private final Exchanger<List<String>> exchanger = new Exchanger<>();

        void fill(Iterable<String> lines) throws InterruptedException {
            List<String> mine = new ArrayList<>();
            int swaps = 0;
            for (String l : lines) {
                mine.add(l);
                if (mine.size() == 128) {
                    mine = exchanger.exchange(mine);
                    swaps++;
                }
            }
            exchanger.exchange(mine);
            System.out.println(swaps);
        }

        int empty(int rounds) throws InterruptedException {
            List<String> mine = new ArrayList<>();
            int written = 0;
            for (int i = 0; i < rounds; i++) {
                mine = exchanger.exchange(mine);
                written += mine.size();
                mine.clear();
            }
            return written;
        }
    }

    static Parcel send(int n) throws InterruptedException {
        List<BlockingQueue<Parcel>> belts = new ArrayList<>();
        for (int i = 0; i <= n; i++) {
            belts.add(new SynchronousQueue<>());
        }
        for (int i = 0; i < n; i++) {
            new Stage("stage-" + i, belts.get(i), belts.get(i + 1)).start();
        }
        Parcel p = new Parcel();
        p.weight++;
        belts.get(0).put(p);
        Parcel back = belts.get(n).take();
        back.stages--;
        return back;
    }
}
