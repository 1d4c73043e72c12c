package org.oldtown.db;

/** One physical connection; used by one borrower at a time. */
public class Handle {
    private final ConnectionPool owner;
    private final int id;
    private int statements;
    private boolean broken;
    long lastUsed;

    Handle(ConnectionPool owner, int id) {
        this.owner = owner;
        this.id = id;
    }

    public int execute(String sql) {
        if (sql == null || sql.length() == 0) {
            broken = true;
            return -1;
        }
        statements++;
        return statements;
    }

    public void release() {
        if (broken) {
            owner.discard(this);
        } else {
            owner.checkin(this);
        }
    }

    void close() {
        broken = true;
    }

    public String toString() {
        return "handle-" + id;
    }
}
