package db.btree;

import java.util.ArrayList;
import java.util.List;

/**
 * Not thread-safe on its own. Callers hold the monitor of the {@link BTree} around everything here.
 */
final class BTreePage {
    private final List<String> keys = new ArrayList<>();
    private int splits;
    private int touched;

    boolean insert(String key) {
        touched++;
        int at = position(key);
        if (at < keys.size() && keys.get(at).equals(key)) {
            return false;
        }
        keys.add(at, key);
        return true;
    }

    BTreePage split() {
        splits++;
        BTreePage right = new BTreePage();
        int half = keys.size() / 2;
        right.keys.addAll(keys.subList(half, keys.size()));
        keys.subList(half, keys.size()).clear();
        return right;
    }

    private int position(String key) {
        int lo = 0;
        int hi = keys.size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (keys.get(mid).compareTo(key) < 0) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    int size() {
        return keys.size();
    }

    String first() {
        return keys.isEmpty() ? "" : keys.get(0);
    }

    int effort() {
        return splits * 10 + touched;
    }
}
