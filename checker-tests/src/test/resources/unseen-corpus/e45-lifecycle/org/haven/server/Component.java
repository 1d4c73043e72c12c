package org.haven.server;

/** Base of everything that can be started; sub-classes override the hooks, which run under the monitor. */
public abstract class Component {
	private boolean active;
	private int cycles;

	public final synchronized void activate() {
		if (!active) {
			active = true;
			cycles++;
			onActivate();
		}
	}

	public final synchronized void deactivate() {
		if (active) {
			onDeactivate();
			active = false;
		}
	}

	protected final synchronized int cycles() {
		return cycles;
	}

	protected abstract void onActivate();

	protected abstract void onDeactivate();
}
