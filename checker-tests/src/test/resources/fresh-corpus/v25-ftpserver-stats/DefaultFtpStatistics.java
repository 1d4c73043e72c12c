package org.example.ftpserver.impl;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Statistics of the server, told by the session threads about everything that happens.
 */
public class DefaultFtpStatistics {
    private final AtomicInteger uploadCount = new AtomicInteger(0);
    private final AtomicLong bytesUpload = new AtomicLong();
    private final AtomicInteger currLogins = new AtomicInteger();
    private final AtomicInteger totalLogins = new AtomicInteger();
    private final Map<String, UserLogins> userLoginTable = new ConcurrentHashMap<>();
    private StatisticsObserver observer;

    static class UserLogins {
        private final Map<InetAddress, AtomicInteger> perAddress = new ConcurrentHashMap<>();
        final AtomicInteger totalLogins;

        UserLogins(InetAddress address) {
            totalLogins = new AtomicInteger(1);
            perAddress.put(address, new AtomicInteger(1));
        }

        AtomicInteger loginsFromInetAddress(InetAddress address) {
            AtomicInteger logins = perAddress.get(address); // RACE check-then-act #1
            if (logins == null) {
                logins = new AtomicInteger(0);
                perAddress.put(address, logins); // RACE check-then-act #1
            }
            return logins;
        }
    }

    interface StatisticsObserver {
        void notifyUpload();

        void notifyLogin(int current);
    }

    public void setObserver(StatisticsObserver observer) {
        this.observer = observer;
    }

    public synchronized void setUpload(long size) {
        uploadCount.incrementAndGet();
        bytesUpload.addAndGet(size);
        notifyUpload();
    }

    public synchronized void setLogin(String user, InetAddress address) {
        currLogins.incrementAndGet();
        totalLogins.incrementAndGet();
        UserLogins statisticsTable = userLoginTable.get(user);
        if (statisticsTable == null) {
            userLoginTable.put(user, new UserLogins(address));
        } else {
            statisticsTable.totalLogins.incrementAndGet();
            statisticsTable.loginsFromInetAddress(address).incrementAndGet();
        }
        notifyLogin();
    }

    public void setLogout(String user, InetAddress address) {
        if (currLogins.get() > 0) { // RACE atomic-compound #2
            currLogins.decrementAndGet(); // RACE atomic-compound #2
        }
        UserLogins u = userLoginTable.get(user);
        if (u != null) {
            u.totalLogins.updateAndGet(n -> n > 0 ? n - 1 : 0);
            u.loginsFromInetAddress(address).decrementAndGet();
        }
    }

    public int getCurrentUserLoginNumber(String user, InetAddress address) {
        UserLogins u = userLoginTable.get(user);
        return u == null ? 0 : u.loginsFromInetAddress(address).get();
    }

    public synchronized void resetStatisticsCounters() {
        uploadCount.set(0);
        bytesUpload.set(0);
        totalLogins.set(0);
    }

    private void notifyUpload() {
        StatisticsObserver o = observer;
        if (o != null) {
            o.notifyUpload();
        }
    }

    private void notifyLogin() {
        StatisticsObserver o = observer;
        if (o != null) {
            o.notifyLogin(currLogins.get());
        }
    }
}
