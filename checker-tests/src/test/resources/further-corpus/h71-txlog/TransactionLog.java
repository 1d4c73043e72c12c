package txlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Group commit: many threads append, one of them writes for all. */
public class TransactionLog {

    public interface Disk {
        void force(List<String> records);
    }

    private final Disk disk;
    private final Deque<String> tail = new ArrayDeque<>();
    private long appended;
    private long forced;
    private boolean forcing;
    private int groups;
    private int largest;

    public TransactionLog(Disk disk) {
        this.disk = disk;
    }

    public long append(String record) {
        synchronized (this) {
            tail.addLast(record);
            return ++appended;
        }
    }

    /** Returns when the record with the given number is on disk. */
    public void force(long number) throws InterruptedException {
        List<String> group;
        long upTo;
        synchronized (this) {
            while (forcing && forced < number) {
                wait();
            }
            if (forced >= number) {
                return;
            }
            forcing = true;
            group = new ArrayList<>(tail);
            tail.clear();
            upTo = appended;
        }
        boolean ok = false;
        try {
            disk.force(group);
            ok = true;
        } finally {
            synchronized (this) {
                forcing = false;
                if (ok) {
                    forced = upTo;
                    groups++;
                    if (group.size() > largest) {
                        largest = group.size();
                    }
                } else {
                    for (int i = group.size() - 1; i >= 0; i--) {
                        tail.addFirst(group.get(i));
                    }
                }
                notifyAll();
            }
        }
    }

    public synchronized String stats() {
        return groups + " groups, largest " + largest;
    }
}
