package io.sluice.limits;

public interface Limiter {
    boolean tryAcquire(int permits);
}
