package r25orderpipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** price -> discount -> ship, with a thread per stage (several for the slow one). */
public class OrderPipeline {

    public static final class Order {
        private final String id;
        private final List<String> history = new ArrayList<>();
        private long cents;
        private int hops;

        public Order(String id, long cents) {
            this.id = id;
            this.cents = cents;
        }

        void visited(String station) {
            history.add(station);
            hops++;
        }

        @Override
        public String toString() {
            return id + " " + cents + " " + history + " (" + hops + ")";
        }
    }

    private static final class Stage extends Thread {
        private final BlockingQueue<Order> in;
        private final BlockingQueue<Order> out;
        private final Consumer<Order> work;
        private int handled;

        Stage(String name, BlockingQueue<Order> in, BlockingQueue<Order> out, Consumer<Order> work) {
            super(name);
            this.in = in;
            this.out = out;
            this.work = work;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    Order order = in.take();
                    work.accept(order);
                    order.visited(getName());
                    handled++;
                    if (handled % 1000 == 0) {
                        System.getLogger(getName()).log(System.Logger.Level.INFO, "{0} orders", handled);
                    }
                    out.put(order);
                }
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }

    private final BlockingQueue<Order> incoming = new ArrayBlockingQueue<>(100);
    private final BlockingQueue<Order> priced = new ArrayBlockingQueue<>(100);
    private final BlockingQueue<Order> discounted = new ArrayBlockingQueue<>(100);
    private final BlockingQueue<Order> shipped = new ArrayBlockingQueue<>(1000);

    public void start() {
        new Stage("price", incoming, priced, order -> order.cents += order.cents * 19 / 100).start();
        for (int i = 0; i < 4; i++) {
            new Stage("discount-" + i, priced, discounted, OrderPipeline::discount).start();
        }
        new Stage("ship", discounted, shipped, order -> order.cents += 490).start();
    }

    private static void discount(Order order) {
        if (order.cents > 50_000) {
            order.cents -= order.cents / 20;
        }
    }

    public void submit(String id, long cents) throws InterruptedException {
        incoming.put(new Order(id, cents));
    }

    public Order next() throws InterruptedException {
        return shipped.take();
    }
}
