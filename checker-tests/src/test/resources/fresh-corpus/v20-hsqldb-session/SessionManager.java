package org.example.hsql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sessions of a database; connections are opened by the server's connection threads. */
public class SessionManager {
    private long sessionIdCount = 0;
    private final Map<Long, Session> sessionMap = new HashMap<>();
    private final Database db;
    private Session sysSession;

    public SessionManager(Database db) {
        this.db = db;
        sysSession = new Session(db, sessionIdCount++);
    }

    public synchronized Session newSession() {
        Session s = new Session(db, sessionIdCount);
        sessionMap.put(sessionIdCount, s);
        sessionIdCount++;
        return s;
    }

    public Session newSessionForLog() {
        Session s = new Session(db, sessionIdCount); // RACE rmw #1
        sessionIdCount++; // RACE rmw #1
        return s;
    }

    public synchronized void closeSession(Session s) {
        sessionMap.remove(s.id);
    }

    public Session getSysSession() {
        if (sysSession == null) {
            synchronized (this) {
                if (sysSession == null) {
                    sysSession = new Session(db, sessionIdCount++);
                }
            }
        }
        return sysSession;
    }

    public synchronized List<Session> getAllSessions() {
        return new ArrayList<>(sessionMap.values());
    }

    static final class Database {
        private final Object txLock = new Object();
        private long globalChangeTimestamp = 1;
        private int transactionCount;
        private int statementErrors;

        long beginTransaction() {
            synchronized (txLock) {
                transactionCount++;
                return nextTimestamp();
            }
        }

        void endTransaction() {
            synchronized (txLock) {
                transactionCount--;
                nextTimestamp();
            }
        }

        private long nextTimestamp() {
            return globalChangeTimestamp++;
        }

        synchronized void countError() {
            statementErrors++;
        }
    }

    /** A connection's session; {@link #execute} may be interrupted by another thread's {@link #abort}. */
    static final class Session {
        final long id;
        private final Database database;
        private long timestamp;
        private int sessionStatementCount;
        private boolean aborted;

        Session(Database db, long id) {
            this.database = db;
            this.id = id;
        }

        synchronized int execute(String sql) {
            if (aborted) {
                aborted = false;
                database.countError();
                return -1;
            }
            timestamp = database.beginTransaction();
            try {
                sessionStatementCount++;
                return sql.length();
            } finally {
                database.endTransaction();
            }
        }

        synchronized void abort() {
            aborted = timestamp > 0;
        }
    }
}
