package r08flowbasket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;

/** Groups order lines to baskets of a fixed size. */
final class BasketSubscriber implements Flow.Subscriber<BasketSubscriber.OrderLine> {

    record OrderLine(String sku, int quantity) { }

    private final int size;
    private final List<List<OrderLine>> baskets = new ArrayList<>();
    private final Map<String, Integer> quantities = new HashMap<>();
    private final CompletableFuture<List<List<OrderLine>>> result = new CompletableFuture<>();
    private List<OrderLine> current = new ArrayList<>();
    private Flow.Subscription subscription;
    private int outstanding;

    private BasketSubscriber(int size) {
        this.size = size;
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        subscription = s;
        request();
    }

    private void request() {
        outstanding += size;
        subscription.request(size);
    }

    @Override
    public void onNext(OrderLine line) {
        current.add(line);
        Integer before = quantities.get(line.sku());
        quantities.put(line.sku(), before == null ? line.quantity() : before + line.quantity());
        if (--outstanding == 0) {
            baskets.add(current);
            current = new ArrayList<>();
            request();
        }
    }

    @Override
    public void onError(Throwable t) {
        result.completeExceptionally(t);
    }

    @Override
    public void onComplete() {
        if (!current.isEmpty()) {
            baskets.add(current);
        }
        result.complete(baskets);
    }

    static CompletionStage<List<List<OrderLine>>> group(List<OrderLine> lines, int size) {
        BasketSubscriber subscriber = new BasketSubscriber(size);
        try (SubmissionPublisher<OrderLine> publisher = new SubmissionPublisher<>(ForkJoinPool.commonPool(), 256)) {
            publisher.subscribe(subscriber);
            lines.forEach(publisher::submit);
        }
        return subscriber.result;
    }
}
