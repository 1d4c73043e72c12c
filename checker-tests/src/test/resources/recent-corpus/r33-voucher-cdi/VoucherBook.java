package r33vouchercdi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

@ApplicationScoped
public class VoucherBook {

    private final Map<String, Integer> values = new HashMap<>();
    private final Map<String, String> redeemed = new HashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final List<String> journal = new ArrayList<>();

    @PostConstruct
    void init() {
        values.put("WELCOME", 500);
        values.put("SUMMER", 1000);
    }

    public int redeem(String code, String customer) {
        Integer value = values.get(code);
        if (value == null) {
            refused.merge(code, 1, Integer::sum);
            return 0;
        }
        String key = code + "/" + customer;
        if (redeemed.containsKey(key)) { // RACE unsafe-collection #1
            return 0;
        }
        redeemed.put(key, customer); // RACE unsafe-collection #1
        synchronized (journal) {
            journal.add(key);
        }
        return value;
    }

    public List<String> journal() {
        synchronized (journal) {
            return new ArrayList<>(journal);
        }
    }
}
