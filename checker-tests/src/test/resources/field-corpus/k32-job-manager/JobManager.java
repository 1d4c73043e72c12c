package k32;

import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/** Runs background jobs of the workbench in a pool of workers. */
public class JobManager {
	private final Object lock = new Object();
	private final PriorityQueue<InternalJob> waiting = new PriorityQueue<>();
	private final Set<InternalJob> running = new HashSet<>(10);
	private long waitQueueCounter = 0;
	private final WorkerPool pool = new WorkerPool(this);
	private boolean active = true;

	public void schedule(InternalJob job, long delay) {
		synchronized (lock) {
			job.setStartTime(System.currentTimeMillis() + delay);
			job.setWaitQueueStamp(waitQueueCounter++);
			waiting.add(job);
		}
		pool.jobQueued();
	}

	InternalJob startJob() {
		synchronized (lock) {
			if (!active) {
				return null;
			}
			InternalJob job = waiting.peek();
			if (job == null || job.getStartTime() > System.currentTimeMillis()) {
				return null;
			}
			waiting.poll();
			running.add(job);
			return job;
		}
	}

	void endJob(InternalJob job) {
		synchronized (lock) {
			running.remove(job);
			if (waiting.isEmpty() && running.isEmpty()) {
				lock.notifyAll();
			}
		}
	}

	public void shutdown() {
		synchronized (lock) {
			active = false;
			waiting.clear();
		}
		pool.shutdown();
	}

	public abstract static class InternalJob implements Comparable<InternalJob> {
		private long startTime;
		private long waitQueueStamp;

		protected abstract void run();

		void setStartTime(long t) {
			startTime = t;
		}

		long getStartTime() {
			return startTime;
		}

		void setWaitQueueStamp(long s) {
			waitQueueStamp = s;
		}

		@Override
		public int compareTo(InternalJob o) {
			int c = Long.compare(startTime, o.startTime);
			return c != 0 ? c : Long.compare(waitQueueStamp, o.waitQueueStamp);
		}
	}
}
