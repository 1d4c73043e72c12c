package k11;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Chooses the next endpoint in turn. */
public class RoundRobinBalancer implements Balancer {
	private final List<String> processors = new CopyOnWriteArrayList<>();
	private int counter = -1;
	private String lastChosen;

	@Override
	public void addProcessor(String endpoint) {
		processors.add(endpoint);
	}

	@Override
	public synchronized String choose() {
		int size = processors.size();
		if (size == 0) {
			return null;
		}
		if (++counter >= size) {
			counter = 0;
		}
		lastChosen = processors.get(counter);
		return lastChosen;
	}

	public synchronized String getLastChosen() {
		return lastChosen;
	}

	public List<String> snapshot() {
		return new ArrayList<>(processors);
	}
}
