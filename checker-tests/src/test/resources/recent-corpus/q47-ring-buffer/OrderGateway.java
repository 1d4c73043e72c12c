package trading.ring;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

/** Order flow: gateway thread, then risk checks, then booking. */
public class OrderGateway {

    /** Runs its handler over all events that the barrier lets through. */
    private static final class BatchProcessor implements Runnable {
        private final OrderRing ring;
        private final OrderRing.Sequence barrier;
        private final OrderRing.Sequence sequence = new OrderRing.Sequence();
        private final BiConsumer<OrderRing.OrderEvent, Long> handler;
        private volatile boolean halted;
        private int batches;

        BatchProcessor(OrderRing ring, OrderRing.Sequence barrier, BiConsumer<OrderRing.OrderEvent, Long> handler) {
            this.ring = ring;
            this.barrier = barrier;
            this.handler = handler;
        }

        @Override
        public void run() {
            long next = sequence.get() + 1;
            while (!halted) {
                long available = barrier.get();
                if (next > available) {
                    Thread.onSpinWait();
                    continue;
                }
                while (next <= available) {
                    handler.accept(ring.at(next), next);
                    next++;
                }
                batches++;
                sequence.set(available);
            }
        }
    }

    private final OrderRing ring = new OrderRing(1024);
    private final Map<Long, Integer> exposure = new HashMap<>();
    private long booked;
    private long revenue;
    private final BatchProcessor risk = new BatchProcessor(ring, ring.cursor(), (e, s) -> check(e));
    private final BatchProcessor booking = new BatchProcessor(ring, risk.sequence, (e, s) -> book(e));
    private Thread gateway;

    public void start(Iterable<long[]> feed, LongConsumer whenDone) {
        ring.gateOn(booking.sequence);
        new Thread(risk, "risk").start();
        new Thread(booking, "booking").start();
        gateway = new Thread(() -> {
            long last = -1;
            for (long[] o : feed) {
                long seq = ring.next();
                OrderRing.OrderEvent e = ring.at(seq);
                e.id = o[0];
                e.price = o[1];
                e.quantity = (int) o[2];
                e.checks = 0;
                ring.publish(seq);
                last = seq;
            }
            whenDone.accept(last);
        }, "gateway");
        gateway.start();
    }

    private void check(OrderRing.OrderEvent e) {
        int open = exposure.merge(e.price, e.quantity, Integer::sum);
        if (open > 1_000_000) {
            e.checks |= 1;
        }
        e.fee = e.price * e.quantity / 10_000;
        e.checks += 2;
    }

    private void book(OrderRing.OrderEvent e) {
        e.fee += 1;
        if ((e.checks & 1) == 0) {
            booked++;
            revenue += e.fee;
        }
        if (booked % 100_000 == 1) {
            System.getLogger("trading").log(System.Logger.Level.INFO, "booked {0}, revenue {1}", booked, revenue);
        }
    }

    public void halt() {
        risk.halted = true;
        booking.halted = true;
    }
}
