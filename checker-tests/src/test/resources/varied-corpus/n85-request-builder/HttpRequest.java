package http.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Immutable; build one with {@link #builder()}. Safe to share between threads. */
public final class HttpRequest {
    private final String url;
    private final Map<String, String> headers;
    private final int retries;
    private int hash;

    private HttpRequest(Builder b) {
        StringBuilder u = new StringBuilder(b.url);
        char sep = '?';
        for (String p : b.params) {
            u.append(sep).append(p);
            sep = '&';
        }
        url = u.toString();
        headers = Map.copyOf(b.headers);
        retries = b.retries;
    }

    public static Builder builder() {
        return new Builder();
    }

    public String url() {
        return url;
    }

    public int retries() {
        return retries;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof HttpRequest && ((HttpRequest) o).url.equals(url) && ((HttpRequest) o).headers.equals(headers);
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = 31 * url.hashCode() + headers.hashCode();
            hash = h;
        }
        return h;
    }

    public static final class Builder {
        private String url = "";
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<String> params = new ArrayList<>();
        private int retries;

        public Builder url(String u) {
            url = u;
            return this;
        }

        public Builder header(String name, String value) {
            headers.merge(name, value, (a, b) -> a + "," + b);
            return this;
        }

        public Builder param(String p) {
            params.add(p);
            return this;
        }

        public Builder retry() {
            retries++;
            return this;
        }

        public HttpRequest build() {
            if (params.isEmpty()) {
                params.add("v=1");
            }
            return new HttpRequest(this);
        }
    }
}
