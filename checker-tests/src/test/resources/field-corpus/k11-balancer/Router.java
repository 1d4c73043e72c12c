package k11;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

public class Router {
	private final ExecutorService consumers = Executors.newFixedThreadPool(16);
	private final RoundRobinBalancer seda = new RoundRobinBalancer();
	private final WeightedBalancer http;
	private final BiConsumer<String, Object> sender;

	public Router(List<WeightedBalancer.Ratio> ratios, BiConsumer<String, Object> sender) {
		this.http = new WeightedBalancer(ratios);
		this.sender = sender;
	}

	public void route(Object exchange, boolean viaHttp) {
		consumers.submit(() -> {
			if (viaHttp) {
				sender.accept(http.choose(), exchange);
			} else {
				sender.accept(seda.choose(), exchange);
			}
		});
	}
}
