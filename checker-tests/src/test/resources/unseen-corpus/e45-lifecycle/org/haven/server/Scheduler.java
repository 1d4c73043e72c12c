package org.haven.server;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

public class Scheduler extends Component {
	private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
	private ScheduledFuture<?> job;
	private int activations;

	@Override
	protected void onActivate() {
		activations++;
		if (job == null) {
			job = timer.schedule(() -> System.out.println("tick"), 1, TimeUnit.SECONDS);
		}
	}

	@Override
	protected void onDeactivate() {
		if (job != null) {
			job.cancel(false);
			job = null;
		}
	}

	public synchronized int activations() {
		return activations;
	}
}
