package com.derrick.jdbc;

import java.sql.SQLException;
import java.util.Hashtable;
import java.util.Properties;

/** The driver of an embedded database; java.sql.DriverManager hands it to any thread. */
public class EmbeddedDriver {
    private static int connectionCount;
    private static int nextId;
    private static final Object idLock = new Object();
    private static EmbeddedDriver registered;

    private final Hashtable<String, Database> databases = new Hashtable<String, Database>();

    public static synchronized EmbeddedDriver boot() {
        if (registered == null) {
            registered = new EmbeddedDriver();
        }
        return registered;
    }

    static int nextConnectionId() {
        synchronized (idLock) {
            return ++nextId;
        }
    }

    public EmbedConnection connect(String url, Properties info) throws SQLException {
        if (!url.startsWith("jdbc:derrick:")) {
            return null;
        }
        String name = url.substring("jdbc:derrick:".length());
        Database db;
        synchronized (databases) {
            db = databases.get(name);
            if (db == null) {
                db = new Database(name);
                databases.put(name, db);
            }
        }
        synchronized (this) {
            connectionCount++; // RACE wrong-lock #1
        }
        return new EmbedConnection(db, nextConnectionId(), info.getProperty("user", "APP"));
    }

    static synchronized void closed() {
        connectionCount--; // RACE wrong-lock #1
    }

    public static synchronized int getConnectionCount() {
        return connectionCount;
    }
}

class Database {
    private final String name;
    private int users;
    private long nextTransaction = 1;

    Database(String name) {
        this.name = name;
    }

    synchronized void enter() {
        users++;
    }

    synchronized void leave() {
        users--;
    }

    synchronized long beginTransaction() {
        return nextTransaction++;
    }

    public String toString() {
        return name;
    }
}

/** Used by one application thread at a time, by the contract of the driver; not shared. */
class EmbedConnection {
    private final Database db;
    private final int id;
    private final String user;
    private boolean open = true;
    private int statements;
    private long transaction;

    EmbedConnection(Database db, int id, String user) {
        this.db = db;
        this.id = id;
        this.user = user;
        db.enter();
    }

    String nextCursorName() {
        statements++;
        return "SQLCUR" + id + "_" + statements;
    }

    long transaction() {
        if (transaction == 0) {
            transaction = db.beginTransaction();
        }
        return transaction;
    }

    void close() {
        if (open) {
            open = false;
            db.leave();
            EmbeddedDriver.closed();
        }
    }

    String getUser() {
        return user;
    }
}
