package objectpool;

/** A pooled object and its state. */
final class Pooled<T> {

    private enum State { IDLE, ALLOCATED, RETURNING, EVICTING }

    final T object;
    private State state = State.IDLE;
    private volatile long lastBorrow = System.nanoTime();
    private volatile long lastReturn = System.nanoTime();
    private volatile long borrowCount;

    Pooled(T object) {
        this.object = object;
    }

    synchronized boolean allocate() {
        if (state != State.IDLE) {
            return false;
        }
        state = State.ALLOCATED;
        lastBorrow = System.nanoTime();
        borrowCount++;
        return true;
    }

    synchronized boolean startReturn() {
        if (state != State.ALLOCATED) {
            return false;
        }
        state = State.RETURNING;
        return true;
    }

    synchronized void deallocate() {
        state = State.IDLE;
        lastReturn = System.nanoTime();
    }

    synchronized boolean startEviction() {
        if (state != State.IDLE) {
            return false;
        }
        state = State.EVICTING;
        return true;
    }

    long activeNanos() {
        return System.nanoTime() - lastBorrow;
    }

    long idleNanos() {
        return System.nanoTime() - lastReturn;
    }

    long borrowCount() {
        return borrowCount;
    }
}
