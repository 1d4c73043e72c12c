package srv.boot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the modules of a server side by side and reports how long each took. */
public class Bootstrap {
    public interface Module {
        String name();

        void start() throws Exception;
    }

    private final List<Module> modules;
    private final Map<String, Long> timings = new LinkedHashMap<>();
    private final List<Exception> problems = Collections.synchronizedList(new ArrayList<>());
    private int started;
    private int phases;

    public Bootstrap(List<Module> modules) {
        this.modules = modules;
    }

    public boolean start() throws InterruptedException {
        phases++;
        CountDownLatch latch = new CountDownLatch(modules.size());
        long[] nanos = new long[modules.size()];
        for (int i = 0; i < modules.size(); i++) {
            int slot = i;
            Module m = modules.get(i);
            Thread t = new Thread(() -> {
                long begin = System.nanoTime();
                try {
                    m.start();
                    started++; // RACE rmw
                } catch (Exception e) {
                    problems.add(e);
                } finally {
                    nanos[slot] += System.nanoTime() - begin;
                    latch.countDown();
                }
            }, "start-" + m.name());
            t.start();
        }
        if (!latch.await(60, TimeUnit.SECONDS)) {
            return false;
        }
        phases++;
        for (int i = 0; i < nanos.length; i++) {
            timings.put(modules.get(i).name(), nanos[i]);
        }
        return problems.isEmpty() && started == modules.size();
    }

    public String summary() {
        return phases + ": " + timings;
    }
}
