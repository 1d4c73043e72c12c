package org.spindle.crawl;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Delay between two requests to a host; asked by all workers. */
public class PoliteHost {
	private final AtomicLong nextSlot = new AtomicLong();
	private final Semaphore permits = new Semaphore(4);
	private volatile int waiting;
	private int requests;

	public long reserve(long gap, long now) {
		return Math.max(now, nextSlot.getAndUpdate(s -> Math.max(s, now) + gap));
	}

	public void enter() throws InterruptedException {
		waiting++; // RACE atomic-compound
		permits.acquire();
		waiting--; // RACE atomic-compound
	}

	public void exit() {
		synchronized (this) {
			requests++;
		}
		permits.release();
	}

	public int waiting() {
		return waiting;
	}

	public synchronized int requests() {
		return requests;
	}
}
