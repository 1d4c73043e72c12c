package com.fieldbus.gateway;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class Gateway {
    private final ConcurrentMap<String, Device> devices = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Long> traffic = new HashMap<>();
    private long bytesTotal;
    private int alarms;

    public Gateway() {
        watchdog.scheduleAtFixedRate(this::check, 10, 10, TimeUnit.SECONDS);
    }

    public boolean attach(String serial, InputStream in) {
        Device d = new Device(serial);
        if (devices.putIfAbsent(serial, d) != null) {
            return false;
        }
        new Reader(d, in, this).start();
        return true;
    }

    void received(Device d, int bytes) {
        synchronized (traffic) {
            Long old = traffic.get(d.serial());
            traffic.put(d.serial(), old == null ? bytes : old + bytes);
        }
        bytesTotal += bytes; // RACE read-modify-write #2
    }

    void gone(Device d) {
        devices.remove(d.serial(), d);
        d.setOnline(false);
    }

    public int subscribe(String serial) {
        Device d = devices.get(serial);
        return d == null ? -1 : d.subscribe();
    }

    private void check() {
        long limit = System.currentTimeMillis() - 30_000;
        for (Device d : devices.values()) {
            if (d.online() && d.lastSeen() < limit) {
                d.setOnline(false); // MAYBE
                alarms++;
            }
        }
    }

    public String report() {
        synchronized (traffic) {
            return traffic + " total " + bytesTotal;
        }
    }
}
