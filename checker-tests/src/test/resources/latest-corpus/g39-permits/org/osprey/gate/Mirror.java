package org.osprey.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

public class Mirror {
    private final DownloadGate gate = new DownloadGate();
    private final ExecutorService pool = Executors.newFixedThreadPool(20);

    public List<Future<Integer>> mirror(String host, List<String> paths, Function<String, byte[]> http) {
        List<Future<Integer>> out = new ArrayList<>();
        for (String p : paths) {
            out.add(pool.submit(() -> {
                byte[] data = gate.fetch(host, p, () -> http.apply(host + p));
                if (data.length == 0 && gate.running() == 1) {
                    gate.resetBooks();
                }
                return data.length;
            }));
        }
        return out;
    }
}
