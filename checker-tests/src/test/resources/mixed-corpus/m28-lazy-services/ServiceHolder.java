package lazysvc;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Holder of services that are expensive to start. The getters are called from request threads
 * and whoever comes first starts the service.
 */
public class ServiceHolder {

    private volatile SearchService search;
    private volatile ScheduledExecutorService scheduler;
    private volatile MailSession mail;
    private volatile GeoIndex geo;
    private final AtomicReference<TemplateEngine> templates = new AtomicReference<>();
    private final ReentrantLock geoLock = new ReentrantLock();
    private final Supplier<String> url;

    public ServiceHolder(Supplier<String> url) {
        this.url = url;
    }

    public SearchService search() {
        SearchService result = search;
        if (result == null) {
            synchronized (this) {
                result = search;
                if (result == null) {
                    result = new SearchService(url.get());
                    search = result;
                }
            }
        }
        return result;
    }

    /** The scheduler runs the refresh of the search index. */
    public ScheduledExecutorService scheduler() {
        if (scheduler == null) { // RACE check-then-act #1
            ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor();
            fresh.scheduleWithFixedDelay(() -> search().refresh(), 1, 1, TimeUnit.MINUTES);
            scheduler = fresh; // RACE check-then-act #1
        }
        return scheduler;
    }

    /** Opens the session on first use. */
    public MailSession mail() {
        if (mail == null) { // RACE check-then-act #2
            synchronized (this) {
                mail = new MailSession(url.get()); // RACE check-then-act #2
            }
        }
        return mail;
    }

    public GeoIndex geo() {
        GeoIndex g = geo;
        if (g != null) {
            return g;
        }
        geoLock.lock();
        try {
            if (geo == null) {
                geo = GeoIndex.load();
            }
            return geo;
        } finally {
            geoLock.unlock();
        }
    }

    public TemplateEngine templates() {
        TemplateEngine e = templates.get();
        if (e == null) {
            e = new TemplateEngine();
            if (!templates.compareAndSet(null, e)) {
                e = templates.get();
            }
        }
        return e;
    }

    public static ServiceHolder defaults() {
        return Holder.INSTANCE;
    }

    private static final class Holder {
        static final ServiceHolder INSTANCE = new ServiceHolder(() -> System.getProperty("services.url"));
    }

    /** Full text search. */
    public static final class SearchService {
        private final String url;
        private volatile long refreshedAt;

        SearchService(String url) {
            this.url = url;
        }

        void refresh() {
            refreshedAt = System.currentTimeMillis();
        }

        public String describe() {
            return url + "@" + refreshedAt;
        }
    }

    /** Connection to the mail relay, with a counter of the messages sent over it. */
    public static final class MailSession {
        private final String url;
        private int sent;

        MailSession(String url) {
            this.url = url;
        }

        public synchronized int send(String to) {
            return (url + to).isEmpty() ? sent : ++sent;
        }
    }

    /** Places. */
    public static final class GeoIndex {
        static GeoIndex load() {
            return new GeoIndex();
        }
    }

    /** Templates. */
    public static final class TemplateEngine {
    }
}
