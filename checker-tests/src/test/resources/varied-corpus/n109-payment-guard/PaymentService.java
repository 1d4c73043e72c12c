package shop.pay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Guards against double submission. */
@Service
public class PaymentService {
    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> paid = new ConcurrentHashMap<>();
    private final Map<String, Integer> refunds = new HashMap<>();
    private final Map<String, String> receipts = new ConcurrentHashMap<>();
    private long volume;

    @Transactional
    public boolean pay(String order, long cents) {
        if (inProgress.contains(order)) { // RACE check-then-act #1
            return false;
        }
        inProgress.add(order); // RACE check-then-act #1
        try {
            charge(order, cents);
            return true;
        } finally {
            inProgress.remove(order);
        }
    }

    @Transactional
    public boolean payOnce(String order, long cents) {
        if (!inProgress.add(order)) {
            return false;
        }
        try {
            if (paid.containsKey(order)) { // MAYBE
                return false;
            }
            paid.put(order, cents); // MAYBE
            return true;
        } finally {
            inProgress.remove(order);
        }
    }

    private void charge(String order, long cents) {
        paid.merge(order, cents, Long::sum);
        synchronized (this) {
            volume += cents;
        }
    }

    public synchronized boolean refund(String order) {
        Long cents = paid.remove(order);
        if (cents == null) {
            return false;
        }
        volume -= cents;
        refunds.put(order, refunds.getOrDefault(order, 0) + 1);
        return true;
    }

    public String receipt(String order) {
        String r = receipts.get(order);
        if (r == null) {
            r = "receipt " + order;
            String other = receipts.putIfAbsent(order, r);
            if (other != null) {
                r = other;
            }
        }
        return r;
    }

    public synchronized long volume() {
        return volume;
    }
}
