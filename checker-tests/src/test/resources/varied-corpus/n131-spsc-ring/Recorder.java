package lowlat.spsc;

final class Recorder {
    private final SpscRing<String> ring = new SpscRing<>(1024);
    private volatile boolean stop;
    private int produced;
    private int dropped;
    private int consumed;
    private final StringBuilder out = new StringBuilder();

    Thread[] start(int n) {
        Thread producer = new Thread(() -> {
            for (int i = 0; i < n; i++) {
                if (ring.offer("event " + i)) {
                    produced++;
                } else {
                    dropped++;
                }
            }
            stop = true;
        }, "producer");
        Thread consumer = new Thread(() -> {
            while (!stop || ring.size() > 0) {
                String s = ring.poll();
                if (s != null) {
                    consumed++;
                    out.append(s).append('\n');
                }
            }
        }, "consumer");
        producer.start();
        consumer.start();
        return new Thread[] {producer, consumer};
    }

    String stop(Thread[] threads) throws InterruptedException {
        for (Thread t : threads) {
            t.join();
        }
        out.append(produced - consumed).append(' ').append(dropped);
        return out.toString();
    }
}
