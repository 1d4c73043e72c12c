package depot.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shelf counts, guarded by one of 16 stripes each. */
public class StripedInventory {
    private static final int STRIPES = 16;

    private final Object[] locks = new Object[STRIPES];
    private final List<Map<String, Integer>> shelves;
    private final int[] moves = new int[STRIPES];
    private long total;

    public StripedInventory() {
        @SuppressWarnings("unchecked")
        Map<String, Integer>[] maps = new Map[STRIPES];
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new Object();
            maps[i] = new HashMap<>();
        }
        shelves = List.of(maps);
    }

    private static int stripe(String sku) {
        return (sku.hashCode() & 0x7fffffff) % STRIPES;
    }

    public void receive(String sku, int n) {
        int s = stripe(sku);
        synchronized (locks[s]) {
            shelves.get(s).merge(sku, n, Integer::sum);
            moves[s]++;
            total += n; // RACE wrong-lock #1
        }
    }

    public boolean ship(String sku, int n) {
        int s = stripe(sku);
        synchronized (locks[s]) {
            Map<String, Integer> shelf = shelves.get(s);
            int have = shelf.getOrDefault(sku, 0);
            if (have < n) {
                return false;
            }
            shelf.put(sku, have - n);
            moves[s]++;
            total -= n; // RACE wrong-lock #1
            return true;
        }
    }

    public long total() {
        return total;
    }

    public int moves() {
        int sum = 0;
        for (int i = 0; i < STRIPES; i++) {
            synchronized (locks[i]) {
                sum += moves[i];
            }
        }
        return sum;
    }
}
