package warehouse;

import java.util.ArrayDeque;
import java.util.Deque;

public class BinStore extends LockedStore {

    private final Deque<Integer> free = new ArrayDeque<>();
    private int highest;

    public int take() {
        return writeAndGet(() -> {
            Integer bin = free.poll();
            return bin != null ? bin : ++highest;
        });
    }

    public void giveBack(int bin) {
        write(() -> {
            if (!free.contains(bin)) {
                free.push(bin);
            }
        });
    }

    public int inUse() {
        return read(() -> {
            int n = highest;
            n -= free.size();
            return n;
        });
    }
}
