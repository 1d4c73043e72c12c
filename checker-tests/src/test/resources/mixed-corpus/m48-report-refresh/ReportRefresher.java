package reportrefresh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the management reports up to date. */
@Component
public class ReportRefresher {

    private final ReportRepository repository;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final Map<String, Integer> requested = new LinkedHashMap<>();
    private volatile List<String> current = List.of();
    private int refreshCount;
    private int failures;
    private long asyncRuns;

    public ReportRefresher(ReportRepository repository) {
        this.repository = repository;
    }

    @Scheduled(fixedDelay = 60_000)
    public void refreshPeriodically() {
        refresh();
    }

    @EventListener
    public void onPriceChange(PriceChanged event) {
        synchronized (requested) {
            requested.merge(event.product(), 1, Integer::sum);
        }
        refresh();
    }

    /** Only one refresh at a time; whoever comes meanwhile relies on the running one. */
    private void refresh() {
        if (!refreshing.compareAndSet(false, true)) {
            return;
        }
        try {
            List<String> fresh = new ArrayList<>();
            for (String name : repository.names()) {
                fresh.add(repository.render(name));
            }
            current = List.copyOf(fresh);
            refreshCount++;
            synchronized (requested) {
                requested.clear(); // MAYBE
            }
        } catch (RuntimeException e) {
            failures++;
            throw e;
        } finally {
            refreshing.set(false);
        }
    }

    /** Renders a single report off the request thread. */
    @Async
    public void renderAsync(String name) {
        asyncRuns++; // RACE rmw #1
        String text = repository.render(name);
        List<String> copy = new ArrayList<>(current);
        copy.add(text);
        current = List.copyOf(copy); // RACE rmw #2
    }

    public List<String> current() {
        return current;
    }

    public long asyncRuns() {
        return asyncRuns;
    }

    /** A product got a new price. */
    public record PriceChanged(String product) {
    }

    /** Renders reports. */
    public interface ReportRepository {
        List<String> names();

        String render(String name);
    }
}
