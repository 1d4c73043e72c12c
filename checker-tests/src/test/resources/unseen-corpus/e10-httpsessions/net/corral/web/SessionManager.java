package net.corral.web;

import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

public class SessionManager {
	private final ConcurrentHashMap<String, HttpSessionState> sessions = new ConcurrentHashMap<>();
	private final Object statsLock = new Object();
	private int created;
	private int expired;
	private volatile int peak;

	public HttpSessionState create() {
		HttpSessionState s = new HttpSessionState(UUID.randomUUID().toString());
		sessions.put(s.id(), s);
		synchronized (statsLock) {
			created++;
		}
		int now = sessions.size();
		if (peak < now) { // RACE atomic-compound #1
			peak = now; // RACE atomic-compound #1
		}
		return s;
	}

	public HttpSessionState resume(String id) {
		HttpSessionState s = sessions.get(id);
		if (s != null && s.touch()) {
			return s;
		}
		return null;
	}

	/** Run by the container's background thread and by the management console. */
	public void sweep(long maxIdleMillis) {
		for (Iterator<HttpSessionState> it = sessions.values().iterator(); it.hasNext();) {
			HttpSessionState s = it.next();
			if (s.expireIfIdle(maxIdleMillis)) {
				it.remove();
				synchronized (statsLock) {
					expired++;
				}
			}
		}
	}

	public int[] stats() {
		synchronized (statsLock) {
			return new int[] {created, expired, peak};
		}
	}
}
