package com.fieldbus.gateway;

/** One field device. */
public class Device {
    private final String serial;
    private volatile long lastSeen;
    private volatile long frames;
    private volatile boolean online;
    private volatile int subscribers;
    private final Object stateLock = new Object();
    private double temperature;
    private int readings;

    public Device(String serial) {
        this.serial = serial;
    }

    /** Called by the device's reader thread only. */
    void frame(byte[] data, long now) {
        lastSeen = now;
        frames++;
        if (data.length > 1) {
            synchronized (stateLock) {
                temperature += (data[1] - temperature) / ++readings;
            }
        }
    }

    /** Called by API threads. */
    int subscribe() {
        int n = subscribers + 1;
        subscribers = n; // RACE read-modify-write #1
        return n;
    }

    /** Called by the watchdog and by the reader. */
    void setOnline(boolean value) {
        online = value;
    }

    void resetAverage() {
        synchronized (stateLock) {
            readings = 0;
            temperature = 0;
        }
    }

    public double temperature() {
        synchronized (stateLock) {
            return temperature;
        }
    }

    public boolean online() {
        return online;
    }

    public long lastSeen() {
        return lastSeen;
    }

    public long frames() {
        return frames;
    }

    public String serial() {
        return serial;
    }
}
