package org.example.aeron.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Duty cycle of the driver: commands are queued by clients, everything else belongs to the agent's thread. */
public class ConductorAgent implements Agent {
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Publication> publications = new HashMap<>();
    private final List<Publication> lingering = new ArrayList<>();
    private long nextCheck;
    private int nextSessionId = 1;
    private volatile long errors;

    private interface Command {
        void execute(ConductorAgent conductor);
    }

    public void addPublication(int streamId) {
        commands.offer(c -> c.onAddPublication(streamId));
    }

    public void removePublication(int streamId) {
        commands.offer(new Command() {
            @Override
            public void execute(ConductorAgent conductor) {
                conductor.onRemovePublication(streamId);
            }
        });
    }

    private void onAddPublication(int streamId) {
        Publication p = publications.get(streamId);
        if (p == null) {
            p = new Publication(streamId, nextSessionId++);
            publications.put(streamId, p);
        }
        p.refCount++;
    }

    private void onRemovePublication(int streamId) {
        Publication p = publications.get(streamId);
        if (p == null) {
            errors++;
        } else if (--p.refCount == 0) {
            publications.remove(streamId);
            lingering.add(p);
        }
    }

    @Override
    public int doWork(long now) {
        int work = 0;
        Command c;
        while ((c = commands.poll()) != null) {
            c.execute(this);
            work++;
        }
        if (now > nextCheck) {
            nextCheck = now + 1_000_000_000L;
            work += lingering.size();
            lingering.removeIf(p -> ++p.lingerTicks > 5);
        }
        return work;
    }

    public long errors() {
        return errors;
    }

    private static final class Publication {
        final int streamId;
        final int sessionId;
        int refCount;
        int lingerTicks;

        Publication(int streamId, int sessionId) {
            this.streamId = streamId;
            this.sessionId = sessionId;
        }
    }
}
