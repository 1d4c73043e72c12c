package gg.mosswood.bazaar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

public class Bazaar {
    private final List<Merchant> merchants = new ArrayList<>();
    private final Map<Integer, Integer> visits = new ConcurrentHashMap<>();
    private final AtomicBoolean open = new AtomicBoolean(true);

    public Bazaar(int n) {
        for (int i = 0; i < n; i++) {
            Merchant m = new Merchant(i, 100);
            m.stock(i % 2 == 0 ? "silk" : "salt", 10);
            merchants.add(m);
        }
    }

    /** Lets every merchant walk about on a thread of its own. */
    public void trade() throws InterruptedException {
        List<Thread> walkers = new ArrayList<>();
        for (Merchant me : merchants) {
            Thread t = new Thread(() -> walk(me));
            walkers.add(t);
            t.start();
        }
        Thread.sleep(1000);
        open.set(false);
        int walks = 0;
        for (Thread t : walkers) {
            t.join();
            walks++;
        }
        System.out.println(walks + " walks " + merchants);
    }

    private void walk(Merchant me) {
        Random r = new Random(me.id());
        int steps = 0;
        while (open.get()) {
            Merchant other = merchants.get(r.nextInt(merchants.size()));
            if (other == me) {
                continue;
            }
            steps++;
            switch (steps % 3) {
                case 0 -> me.sell(other, "silk", 5);
                case 1 -> Merchant.barter(me, "silk", other, "salt");
                default -> other.rumour(r.nextInt(3) - 1);
            }
            visits.merge(other.id(), 1, Integer::sum);
        }
    }
}
