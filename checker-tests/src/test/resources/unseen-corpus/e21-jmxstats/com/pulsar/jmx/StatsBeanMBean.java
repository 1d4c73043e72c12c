package com.pulsar.jmx;

public interface StatsBeanMBean {
    long drainRequests();

    long drainErrors();

    long drainNanos();

    long slowest();

    String lastError();
}
