package org.brook.flow;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Multicasts to the current array of subscriptions. */
public final class Hub<T> {
    private final AtomicReference<Subscription<T>[]> subscribers;
    private final Executor executor;

    @SuppressWarnings("unchecked")
    public Hub(Executor executor) {
        this.executor = executor;
        this.subscribers = new AtomicReference<>((Subscription<T>[]) new Subscription<?>[0]);
    }

    public void subscribe(Consumer<T> target) {
        Subscription<T> s = new Subscription<>(target, executor);
        while (true) {
            Subscription<T>[] a = subscribers.get();
            Subscription<T>[] b = java.util.Arrays.copyOf(a, a.length + 1);
            b[a.length] = s;
            if (subscribers.compareAndSet(a, b)) {
                break;
            }
        }
        s.request(16);
    }

    public void publish(T item) {
        for (Subscription<T> s : subscribers.get()) {
            s.onNext(item);
        }
    }
}
