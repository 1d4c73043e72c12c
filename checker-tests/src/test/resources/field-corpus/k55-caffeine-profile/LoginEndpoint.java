package k55;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class LoginEndpoint {
    private final ProfileCache cache;
    private final ExecutorService http = Executors.newFixedThreadPool(32);

    LoginEndpoint(ProfileCache cache) {
        this.cache = cache;
    }

    void onRequest(String user, String page, boolean ok) {
        http.execute(() -> {
            if (ok) {
                cache.viewed(user, page);
                cache.seen(user, page);
            } else if (cache.loginFailed(user) > 3) {
                cache.theme(user, "locked");
            }
        });
    }
}
