package net.harbour.dbpool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import javax.sql.DataSource;

public class ConnectionPool {
    private final DataSource source;
    private final int maxTotal;

    private final Deque<Connection> idle = new ArrayDeque<Connection>();
    private int active;
    private int numTests;
    private long borrowed;

    public ConnectionPool(DataSource source, int maxTotal) {
        this.source = source;
        this.maxTotal = maxTotal;
    }

    public Connection borrow() throws SQLException {
        Connection c = null;
        synchronized (this) {
            c = idle.pollFirst();
            if (c != null) {
                active++;
                borrowed++;
                return c;
            }
            if (active >= maxTotal) { // RACE split-lock #1
                throw new NoSuchElementException("exhausted");
            }
        }
        c = source.getConnection();
        synchronized (this) {
            active++; // RACE split-lock #1
            borrowed++;
        }
        return c;
    }

    /** Reserves the place first, then connects outside the lock. */
    public Connection borrowReserved() throws SQLException {
        synchronized (this) {
            Connection c = idle.pollFirst();
            if (c == null && active >= maxTotal) {
                throw new NoSuchElementException("exhausted");
            }
            active++;
            if (c != null) {
                return c;
            }
        }
        boolean ok = false;
        try {
            Connection c = source.getConnection();
            ok = true;
            return c;
        } finally {
            if (!ok) {
                synchronized (this) {
                    active--;
                }
            }
        }
    }

    public void giveBack(Connection c) {
        synchronized (this) {
            active--;
            idle.addFirst(c);
            notify();
        }
    }

    public void evict() throws SQLException {
        Connection victim;
        synchronized (this) {
            victim = idle.pollLast();
        }
        if (victim == null) {
            return;
        }
        numTests++; // RACE rmw
        if (victim.isValid(1)) {
            synchronized (this) {
                idle.addLast(victim);
            }
        } else {
            victim.close();
        }
    }

    public synchronized int getActive() {
        return active;
    }

    public synchronized long getBorrowed() {
        return borrowed;
    }

    public int getNumTests() {
        return numTests;
    }
}
