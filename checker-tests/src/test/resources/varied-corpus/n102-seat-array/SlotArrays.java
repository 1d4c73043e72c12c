package park.slots;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Lock-free slots of a car park; all gates work on it. */
public class SlotArrays {
    private final AtomicReferenceArray<String> slots;
    private final AtomicIntegerArray uses;
    private final AtomicLongArray minutes;
    private final AtomicIntegerArray perLevel = new AtomicIntegerArray(4);

    public SlotArrays(int n) {
        slots = new AtomicReferenceArray<>(n);
        uses = new AtomicIntegerArray(n);
        minutes = new AtomicLongArray(n);
    }

    public int park(String plate) {
        for (int i = 0; i < slots.length(); i++) {
            if (slots.get(i) == null) { // RACE atomic-compound #1
                slots.set(i, plate); // RACE atomic-compound #1
                uses.set(i, uses.get(i) + 1); // RACE atomic-compound
                return i;
            }
        }
        return -1;
    }

    public int parkCas(String plate) {
        for (int i = 0; i < slots.length(); i++) {
            if (slots.get(i) == null && slots.compareAndSet(i, null, plate)) {
                uses.incrementAndGet(i);
                perLevel.getAndIncrement(i & 3);
                return i;
            }
        }
        return -1;
    }

    public boolean leave(int i, String plate, long stayed) {
        if (!slots.compareAndSet(i, plate, null)) {
            return false;
        }
        minutes.accumulateAndGet(i, stayed, Math::max);
        perLevel.decrementAndGet(i & 3);
        return true;
    }

    public void closeLevel(int level) {
        if (perLevel.get(level) == 0) { // RACE atomic-compound #2
            perLevel.set(level, -1); // RACE atomic-compound #2
        }
    }

    public int usage() {
        int sum = 0;
        for (int i = 0; i < uses.length(); i++) {
            sum += uses.get(i);
        }
        return sum;
    }
}
