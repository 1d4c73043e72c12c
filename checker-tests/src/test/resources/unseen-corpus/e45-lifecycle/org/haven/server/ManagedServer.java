package org.haven.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** start, stop and awaitStop may be called by the launcher, the shutdown hook and the admin port. */
public class ManagedServer {
	private final Object lifecycle = new Object();
	private final AtomicBoolean hookInstalled = new AtomicBoolean();
	private final List<String> events = new ArrayList<>();
	private final CountDownLatch stopped = new CountDownLatch(1);
	private volatile boolean running;
	private volatile int generation;
	private ExecutorService workers;
	private long served;

	public void start() {
		synchronized (lifecycle) {
			if (running) {
				return;
			}
			workers = Executors.newFixedThreadPool(2);
			running = true;
			generation++;
			events.add("start");
		}
		if (!hookInstalled.getAndSet(true)) {
			Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
		}
	}

	public boolean serve(Runnable request) {
		if (!running) {
			return false;
		}
		ExecutorService pool;
		synchronized (lifecycle) {
			if (!running) {
				return false;
			}
			pool = workers;
			served++;
		}
		pool.execute(request);
		return true;
	}

	public void stop() {
		ExecutorService old;
		synchronized (lifecycle) {
			if (!running) {
				return;
			}
			running = false;
			old = workers;
			workers = null;
			events.add("stop after " + served);
		}
		old.shutdown();
		stopped.countDown();
	}

	public boolean awaitStop(long millis) throws InterruptedException {
		return stopped.await(millis, TimeUnit.MILLISECONDS);
	}

	public List<String> events() {
		synchronized (lifecycle) {
			return List.copyOf(events);
		}
	}

	public int generation() {
		return generation;
	}
}
