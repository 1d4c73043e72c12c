package k01;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Hands each accepted request to the connector's pool. */
public class HttpWorker {
    private final SessionManager manager;
    private final ExecutorService pool = Executors.newFixedThreadPool(200);

    public HttpWorker(SessionManager manager) {
        this.manager = manager;
    }

    public void dispatch(String sessionId, Function<WebSession, String> servlet) {
        pool.execute(() -> {
            WebSession s = manager.findSession(sessionId);
            if (s == null) {
                s = manager.createSession();
            }
            s.access();
            try {
                servlet.apply(s);
            } finally {
                s.endAccess();
            }
        });
    }
}
