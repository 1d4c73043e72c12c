package pay.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class VoucherLedger {
    private final Map<String, Object> guards = new ConcurrentHashMap<>();
    private final Map<String, Integer> uses = new ConcurrentHashMap<>();

    boolean redeem(String code, int limit) {
        Object guard = guards.get(code); // RACE check-then-act #1
        if (guard == null) { // RACE check-then-act #1
            guard = new Object();
            guards.put(code, guard); // RACE check-then-act #1
        }
        synchronized (guard) { // MAYBE
            int used = uses.getOrDefault(code, 0); // MAYBE
            if (used >= limit) { // MAYBE
                return false;
            }
            uses.put(code, used + 1); // MAYBE
            return true;
        }
    }
}
