package org.rulebox.engine;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class EngineServer {
    private final Engine engine = new Engine();
    private final ExecutorService pool = Executors.newCachedThreadPool();

    public void submit(List<String> facts) {
        pool.submit(() -> {
            for (String f : facts) {
                engine.insert(f);
            }
            engine.fireAll();
        });
    }
}
