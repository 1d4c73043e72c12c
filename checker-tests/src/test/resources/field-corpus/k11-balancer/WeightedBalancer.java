package k11;

import java.util.ArrayList;
import java.util.List;

/** Chooses endpoints by their distribution ratio: the ratio is used up, then reset. */
public class WeightedBalancer implements Balancer {
	private final List<Ratio> ratios;
	private int runtimeIndex;

	public WeightedBalancer(List<Ratio> ratios) {
		this.ratios = new ArrayList<>(ratios);
	}

	@Override
	public void addProcessor(String endpoint) {
		throw new UnsupportedOperationException("fixed at start");
	}

	@Override
	public String choose() {
		Ratio r = ratios.get(runtimeIndex % ratios.size());
		r.remaining--; // RACE rmw #1
		if (r.remaining <= 0) { // RACE rmw #1
			r.remaining = r.weight; // RACE rmw #1
			runtimeIndex++; // RACE rmw #2
		}
		return r.endpoint;
	}

	public static final class Ratio {
		final String endpoint;
		final int weight;
		int remaining;

		public Ratio(String endpoint, int weight) {
			this.endpoint = endpoint;
			this.weight = weight;
			this.remaining = weight;
		}
	}
}
