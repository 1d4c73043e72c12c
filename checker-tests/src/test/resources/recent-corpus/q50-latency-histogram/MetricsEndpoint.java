package com.edgeward.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Echo service with a histogram of its latency. */
public class MetricsEndpoint implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(MetricsEndpoint.class.getName());

    private final LatencyHistogram histogram = new LatencyHistogram();
    private int decays;

    public static HttpServer serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 64);
        MetricsEndpoint endpoint = new MetricsEndpoint();
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/", endpoint);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(endpoint::decay, 1, 1, TimeUnit.MINUTES);
        server.start();
        return server;
    }

    private void decay() {
        histogram.decay();
        decays++;
        LOG.fine(() -> decays + ". decay: " + histogram);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        boolean ok = false;
        try {
            byte[] body = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            ok = true;
        } finally {
            exchange.close();
            histogram.record((System.nanoTime() - start) / 1000, ok, exchange.getRequestURI().toString());
        }
        if (histogram.announce()) {
            LOG.info("first request served");
        }
    }
}
