package tickets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Open tickets by queue and agent. Called by all agents' sessions. */
public class TicketBoard {

    private final Map<String, Queue> queues = new ConcurrentHashMap<>();
    private final Map<String, Map<Long, String>> byAgent = new ConcurrentHashMap<>();

    public void open(String queue, long ticket) {
        queues.compute(queue, (name, old) -> {
            Queue q = old == null ? new Queue() : old;
            if (q.open.add(ticket)) {
                q.opened++;
            }
            return q;
        });
    }

    /** Assigns the ticket to the agent if it is still open; queues without tickets disappear. */
    public boolean take(String queue, long ticket, String agent) {
        boolean[] taken = new boolean[1];
        queues.computeIfPresent(queue, (name, q) -> {
            if (q.open.remove(ticket)) {
                q.taken.merge(agent, 1, Integer::sum);
                taken[0] = true;
            }
            return q.open.isEmpty() ? null : q;
        });
        if (taken[0]) {
            byAgent.compute(agent, (a, m) -> {
                Map<Long, String> tickets = m == null ? new TreeMap<>() : m;
                tickets.put(ticket, queue);
                return tickets;
            });
        }
        return taken[0];
    }

    public boolean close(String agent, long ticket) {
        boolean[] found = {false};
        byAgent.computeIfPresent(agent, (a, m) -> {
            found[0] = m.remove(ticket) != null;
            return m.isEmpty() ? null : m;
        });
        return found[0];
    }

    /** Gives everything an agent has back to the queues. */
    public int release(String agent) {
        Map<Long, String> mine = byAgent.remove(agent);
        if (mine == null) {
            return 0;
        }
        mine.forEach((ticket, queue) -> open(queue, ticket));
        return mine.size();
    }

    public int openIn(String queue) {
        int[] n = new int[1];
        queues.computeIfPresent(queue, (name, q) -> {
            n[0] = q.open.size();
            return q;
        });
        return n[0];
    }

    /** Only used inside of compute on the queue's name. */
    private static final class Queue {
        private final Set<Long> open = new HashSet<>();
        private final Map<String, Integer> taken = new HashMap<>();
        private int opened;
    }
}
