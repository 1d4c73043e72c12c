package router;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;

/**
 * HTTP router. Routes are added by one thread while the server is being set up; after {@link #build}
 * the router serves all request threads and cannot be changed any more.
 */
public final class Router {

    private final Map<String, List<Route>> routes;
    private final AtomicLongArray hits;
    private final Function<String, String> fallback;

    private Router(Builder b) {
        Map<String, List<Route>> copy = new HashMap<>();
        b.routes.forEach((m, l) -> copy.put(m, List.copyOf(l)));
        this.routes = Map.copyOf(copy);
        this.hits = new AtomicLongArray(b.count);
        this.fallback = b.fallback;
    }

    public String handle(String method, String path) {
        for (Route r : routes.getOrDefault(method, List.of())) {
            if (path.startsWith(r.prefix())) {
                hits.getAndIncrement(r.index());
                return r.handler().apply(path.substring(r.prefix().length()));
            }
        }
        return fallback.apply(path);
    }

    public long hits(int index) {
        return hits.get(index);
    }

    public static Builder builder() {
        return new Builder();
    }

    private record Route(int index, String prefix, Function<String, String> handler) {
    }

    /** Collects the routes; not thread-safe. */
    public static final class Builder {
        private final Map<String, List<Route>> routes = new HashMap<>();
        private Function<String, String> fallback = p -> "404";
        private int count;

        public Builder route(String method, String prefix, Function<String, String> handler) {
            routes.computeIfAbsent(method, m -> new ArrayList<>()).add(new Route(count++, prefix, handler));
            return this;
        }

        public Builder fallback(Function<String, String> f) {
            fallback = f;
            return this;
        }

        public Router build() {
            return new Router(this);
        }
    }
}
