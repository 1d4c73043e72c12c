package org.armature.plug;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Deployer {
    private final ExecutorService deployments = Executors.newCachedThreadPool();

    public CompletableFuture<Boolean> deploy(Plugin p, String... tags) {
        return CompletableFuture.supplyAsync(() -> {
            PluginRegistry reg = PluginRegistry.get();
            if (!reg.install(p)) {
                return false;
            }
            for (String t : tags) {
                reg.tag(t, p.id());
            }
            return true;
        }, deployments);
    }
}
