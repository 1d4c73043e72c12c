package org.dial.config;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

final class ConfigReloader {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ConfigHolder holder;
    private final Supplier<Map<String, String>> source;
    private volatile int failures;
    private volatile int checks;

    ConfigReloader(ConfigHolder holder, Supplier<Map<String, String>> source) {
        this.holder = holder;
        this.source = source;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::check, 5, 5, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(() -> failures = Math.max(0, failures - 1), 1, 1, TimeUnit.MINUTES);
    }

    private void check() {
        checks++;
        try {
            holder.reload(source.get());
        } catch (RuntimeException e) {
            failures++;
        }
    }

    String status() {
        return checks + " checks, " + failures + " failures";
    }
}
