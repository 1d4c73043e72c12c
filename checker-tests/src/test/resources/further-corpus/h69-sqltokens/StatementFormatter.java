package sqltokens;

import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Formats statements for the log; shared. */
public class StatementFormatter {

    private static final class State {
        final SimpleDateFormat format = new SimpleDateFormat("HH:mm:ss.SSS");
        final StringBuilder sb = new StringBuilder();
        int calls;
    }

    private final ThreadLocal<State> state = ThreadLocal.withInitial(State::new);
    private final Lock[] stripes = new Lock[8];
    private final int[] counts = new int[8];
    private final Map<Object, Integer> ids = new IdentityHashMap<>();

    public StatementFormatter() {
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    public String format(String sql) {
        State s = state.get();
        s.calls++;
        s.sb.setLength(0);
        s.sb.append(s.format.format(new Date())).append(' ').append(s.calls).append(' ').append(sql);
        int stripe = sql.hashCode() & 7;
        stripes[stripe].lock();
        try {
            counts[stripe]++;
        } finally {
            stripes[stripe].unlock();
        }
        return s.sb.toString();
    }

    public int idOf(Object statement) {
        synchronized (ids) {
            Integer id = ids.get(statement);
            if (id == null) {
                id = ids.size() + 1;
                ids.put(statement, id);
            }
            return id;
        }
    }

    public int total() {
        int sum = 0;
        for (int i = 0; i < stripes.length; i++) {
            stripes[i].lock();
            try {
                sum += counts[i];
            } finally {
                stripes[i].unlock();
            }
        }
        return sum;
    }
}
