package k32;

import java.util.ArrayList;
import java.util.List;

class WorkerPool {
	private static final int MIN_THREADS = 1;
	private static final long BEST_BEFORE = 60_000;
	private static int nextWorkerNumber = 0;

	private final JobManager manager;
	private int numThreads = 0;
	private int sleepingThreads = 0;
	private int busyThreads = 0;
	private final List<Worker> threads = new ArrayList<>(10);

	WorkerPool(JobManager manager) {
		this.manager = manager;
	}

	private synchronized void add(Worker worker) {
		threads.add(worker);
		numThreads++;
	}

	private synchronized void remove(Worker worker) {
		threads.remove(worker);
		numThreads--;
	}

	/** Called by whoever schedules a job. */
	void jobQueued() {
		if (sleepingThreads > 0) {
			synchronized (this) {
				notify();
			}
			return;
		}
		if (busyThreads >= numThreads) { // MAYBE
			Worker w = new Worker("Worker-" + nextWorkerNumber++); // RACE rmw #1
			add(w); // MAYBE
			w.start();
		}
	}

	private synchronized void sleep(long duration) throws InterruptedException {
		sleepingThreads++;
		busyThreads--; // RACE rmw #2
		try {
			wait(duration);
		} finally {
			sleepingThreads--;
			busyThreads++; // RACE rmw #2
		}
	}

	JobManager.InternalJob startJob(Worker worker) throws InterruptedException {
		synchronized (this) {
			busyThreads++; // RACE rmw #2
		}
		JobManager.InternalJob job = manager.startJob();
		while (job == null) {
			long before = System.currentTimeMillis();
			sleep(BEST_BEFORE);
			job = manager.startJob();
			if (job == null && numThreads > MIN_THREADS && before + BEST_BEFORE < System.currentTimeMillis()) {
				break;
			}
		}
		return job;
	}

	void endJob(JobManager.InternalJob job) {
		busyThreads--; // RACE rmw #2
		manager.endJob(job);
	}

	synchronized void shutdown() {
		notifyAll();
	}

	private class Worker extends Thread {
		Worker(String name) {
			super(name);
			setDaemon(true);
		}

		@Override
		public void run() {
			try {
				JobManager.InternalJob job;
				while ((job = WorkerPool.this.startJob(this)) != null) {
					try {
						job.run();
					} finally {
						endJob(job);
					}
				}
			} catch (InterruptedException e) {
				interrupt();
			} finally {
				WorkerPool.this.remove(this);
			}
		}
	}
}
