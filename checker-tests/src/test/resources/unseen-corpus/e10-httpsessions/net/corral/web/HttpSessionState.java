package net.corral.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One user's session; parallel requests of one browser share it. */
public class HttpSessionState {
	private final String id;
	private final Map<String, Object> attributes = new ConcurrentHashMap<>();
	private final Map<String, String> flash = new HashMap<>();
	private long lastAccess = System.currentTimeMillis();
	private boolean valid = true;
	private int hits;
	private volatile int locks;

	HttpSessionState(String id) {
		this.id = id;
	}

	String id() {
		return id;
	}

	synchronized boolean touch() {
		if (!valid) {
			return false;
		}
		lastAccess = System.currentTimeMillis();
		hits++;
		return true;
	}

	synchronized boolean expireIfIdle(long maxIdle) {
		if (valid && System.currentTimeMillis() - lastAccess > maxIdle) {
			valid = false;
		}
		return !valid;
	}

	@SuppressWarnings("unchecked")
	public <T> T attribute(String name, Supplier<T> init) {
		Object v = attributes.get(name); // RACE check-then-act #2
		if (v == null) { // RACE check-then-act #2
			v = init.get();
			attributes.put(name, v); // RACE check-then-act #2
		}
		return (T) v;
	}

	public void flash(String key, String message) {
		synchronized (flash) {
			String old = flash.get(key);
			flash.put(key, old == null ? message : old + "\n" + message);
		}
	}

	public String takeFlash(String key) {
		synchronized (flash) {
			return flash.remove(key);
		}
	}

	public void pin() {
		locks++; // RACE atomic-compound
	}

	public void unpin() {
		locks--; // RACE atomic-compound
	}

	public synchronized int hits() {
		return hits;
	}
}
