package k41;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

public class Crawler {
    private final Frontier frontier = new Frontier();
    private final Function<URI, List<URI>> fetcher;
    private final List<URI> broken = new ArrayList<>();
    private final int maxPages;
    private int pages;

    public Crawler(Function<URI, List<URI>> fetcher, int maxPages) {
        this.fetcher = fetcher;
        this.maxPages = maxPages;
    }

    public int crawl(URI seed, int threads) throws InterruptedException {
        frontier.offerOnce(seed);
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            new Thread(new Fetch(done), "fetch-" + i).start();
        }
        done.await();
        System.out.println("broken: " + broken.size());
        return pages;
    }

    private class Fetch implements Runnable {
        private final CountDownLatch done;
        private int mine;

        Fetch(CountDownLatch done) {
            this.done = done;
        }

        @Override
        public void run() {
            try {
                while (pages < maxPages) {
                    URI uri = frontier.next();
                    Thread.sleep(frontier.politeness(uri.getHost(), System.currentTimeMillis()));
                    try {
                        for (URI link : fetcher.apply(uri)) {
                            frontier.offer(link);
                        }
                        mine++;
                        pages++; // RACE rmw #2
                    } catch (RuntimeException e) {
                        broken.add(uri); // RACE unsafe-collection #3
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                System.out.println(Thread.currentThread().getName() + " fetched " + mine);
                done.countDown();
            }
        }
    }
}
