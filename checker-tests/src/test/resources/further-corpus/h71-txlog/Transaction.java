package txlog;

import java.util.ArrayList;
import java.util.List;

/** Belongs to the thread that began it. */
public class Transaction {

    enum State { ACTIVE, COMMITTED, ROLLED_BACK }

    private final TransactionManager manager;
    private final long id;
    private final List<Runnable> undo = new ArrayList<>();
    private State state = State.ACTIVE;
    private int writes;

    Transaction(TransactionManager manager, long id) {
        this.manager = manager;
        this.id = id;
    }

    public void write(String key, String value, Runnable undoAction) {
        if (state != State.ACTIVE) {
            throw new IllegalStateException(state.name());
        }
        writes++;
        undo.add(undoAction);
        manager.log().append(id + " " + key + "=" + value);
    }

    public void commit() throws InterruptedException {
        if (state != State.ACTIVE) {
            throw new IllegalStateException(state.name());
        }
        state = State.COMMITTED;
        if (writes > 0) {
            manager.log().force(manager.log().append(id + " commit"));
        }
        manager.ended(this);
    }

    public void rollback() {
        if (state == State.ACTIVE) {
            state = State.ROLLED_BACK;
            for (int i = undo.size() - 1; i >= 0; i--) {
                undo.get(i).run();
            }
            manager.ended(this);
        }
    }
}
