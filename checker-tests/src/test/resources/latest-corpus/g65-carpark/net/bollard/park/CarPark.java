package net.bollard.park;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A car park with several gates. */
public class CarPark {
    private final AtomicInteger free;
    private final AtomicInteger charging = new AtomicInteger();
    private final AtomicInteger disabledFree;
    private final AtomicLong revenue = new AtomicLong();
    private final AtomicInteger highWater = new AtomicInteger();
    private final int chargers;
    private final int spaces;
    private final Map<String, Long> inside = new ConcurrentHashMap<>();

    public CarPark(int spaces, int disabled, int chargers) {
        this.spaces = spaces;
        this.free = new AtomicInteger(spaces);
        this.disabledFree = new AtomicInteger(disabled);
        this.chargers = chargers;
    }

    public boolean enter(String plate) {
        if (free.get() <= 0) {
            return false;
        }
        free.decrementAndGet(); // RACE check-then-act #1
        inside.put(plate, System.currentTimeMillis());
        int used = spaces - free.get();
        highWater.updateAndGet(h -> Math.max(h, used));
        return true;
    }

    public boolean enterDisabled(String plate) {
        if (disabledFree.getAndUpdate(n -> n > 0 ? n - 1 : n) == 0) {
            return false;
        }
        inside.put(plate, System.currentTimeMillis());
        return true;
    }

    /** Plugs in a car when a charger is left. */
    public boolean plug() {
        if (charging.incrementAndGet() > chargers) {
            charging.decrementAndGet();
            return false;
        }
        return true;
    }

    public void unplug() {
        charging.decrementAndGet();
    }

    public long leave(String plate) {
        Long since = inside.remove(plate);
        if (since == null) {
            return 0;
        }
        free.incrementAndGet();
        long fee = (System.currentTimeMillis() - since) / 3_600_000 * 250;
        revenue.addAndGet(fee);
        return fee;
    }

    /** Takes the money out. */
    public long collect() {
        return revenue.getAndSet(0);
    }

    /** Gives a discount on what is in the till, at night. */
    public void discount(int percent) {
        long now = revenue.get();
        revenue.addAndGet(-now * percent / 100); // MAYBE
    }
}
