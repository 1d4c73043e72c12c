package websession;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Server side of an HTTP session; requests of the same browser use it concurrently. */
public class ManagedSession {

    /** State of the session. */
    public enum State {
        VALID, CHANGING, INVALIDATING, INVALID
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Object> attributes = new HashMap<>();
    private final SessionManager manager;
    private String id;
    private State state = State.VALID;
    private int requests;
    private int bindings;
    private long lastAccess;
    private boolean resident = true;
    private boolean dirty;

    ManagedSession(SessionManager manager, String id) {
        this.manager = manager;
        this.id = id;
    }

    boolean access(long now) {
        lock.lock();
        try {
            if (state != State.VALID) {
                return false;
            }
            lastAccess = now;
            requests++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void complete() {
        boolean save;
        lock.lock();
        try {
            requests--;
            save = requests == 0 && dirty && resident;
            if (save) {
                dirty = false;
            }
        } finally {
            lock.unlock();
        }
        if (save) {
            manager.save(this);
        }
    }

    public Object getAttribute(String name) {
        lock.lock();
        try {
            return attributes.get(name);
        } finally {
            lock.unlock();
        }
    }

    public void setAttribute(String name, Object value) {
        Object old;
        lock.lock();
        try {
            checkValid();
            old = value == null ? attributes.remove(name) : attributes.put(name, value);
            dirty = true;
        } finally {
            lock.unlock();
        }
        if (old instanceof BindingListener l) {
            bindings--; // RACE wrong-lock #1
            l.unbound(name);
        }
        if (value instanceof BindingListener l) {
            bindings++; // RACE wrong-lock #1
            l.bound(name);
        }
    }

    private void checkValid() {
        if (state == State.INVALID) {
            throw new IllegalStateException("invalid");
        }
    }

    /** Gives the session a new id after a login. */
    public String renewId(String newId) {
        String old;
        lock.lock();
        try {
            while (state == State.CHANGING) {
                changed.awaitUninterruptibly();
            }
            if (state != State.VALID) {
                throw new IllegalStateException("invalid");
            }
            state = State.CHANGING;
            old = id;
        } finally {
            lock.unlock();
        }
        manager.renamed(old, newId, this);
        lock.lock();
        try {
            id = newId;
            state = State.VALID;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return old;
    }

    /** Invalidates the session; exactly one caller does the work. */
    public boolean invalidate() {
        lock.lock();
        try {
            while (state == State.CHANGING) {
                changed.awaitUninterruptibly();
            }
            if (state != State.VALID) {
                return false;
            }
            state = State.INVALIDATING;
        } finally {
            lock.unlock();
        }
        manager.removed(this);
        lock.lock();
        try {
            attributes.clear();
            state = State.INVALID;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return true;
    }

    boolean idleSince(long time) {
        lock.lock();
        try {
            return requests == 0 && lastAccess < time;
        } finally {
            lock.unlock();
        }
    }

    String id() {
        lock.lock();
        try {
            return id;
        } finally {
            lock.unlock();
        }
    }

    public int bindings() {
        lock.lock();
        try {
            return bindings;
        } finally {
            lock.unlock();
        }
    }

    /** Attribute that wants to know where it is. */
    public interface BindingListener {
        void bound(String name);

        void unbound(String name);
    }
}
