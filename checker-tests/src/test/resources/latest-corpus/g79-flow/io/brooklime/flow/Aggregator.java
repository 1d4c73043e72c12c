package io.brooklime.flow;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/** Sums readings that arrive through a Flow subscription. */
public class Aggregator implements Flow.Subscriber<Reading> {
    private final String name;
    private final int batch;
    private Flow.Subscription subscription;
    private int sinceRequest;
    private double sum;
    private long count;
    private volatile double mean;
    private final CountDownLatch done = new CountDownLatch(1);

    public Aggregator(String name, int batch) {
        this.name = name;
        this.batch = batch;
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        subscription = s;
        s.request(batch);
    }

    @Override
    public void onNext(Reading r) {
        sum += r.value();
        count++;
        mean = sum / count;
        if (++sinceRequest == batch) {
            sinceRequest = 0;
            subscription.request(batch);
        }
    }

    @Override
    public void onError(Throwable t) {
        done.countDown();
    }

    @Override
    public void onComplete() {
        done.countDown();
    }

    public String result() throws InterruptedException {
        done.await();
        return name + " " + mean;
    }
}
