package com.shopwave.orders;

import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.stereotype.Component;

/** Consumes orders from the broker and keeps statistics for the dashboard. */
@Component
public class OrderListener {
    private static final Logger log = LoggerFactory.getLogger(OrderListener.class);

    private final Map<String, Long> revenue = new ConcurrentHashMap<>();
    private final Map<String, Integer> orders = new ConcurrentHashMap<>();
    private final Set<String> customers = new HashSet<>();
    private long processed;
    private int replays;

    @JmsListener(destination = "orders", concurrency = "4-8")
    public void onOrder(TextMessage message) throws JMSException {
        String customer = message.getStringProperty("customer");
        long cents = message.getLongProperty("cents");
        log.debug("order of {} over {}", customer, cents);
        processed++; // RACE rmw
        orders.merge(customer, 1, Integer::sum);
        Long before = revenue.get(customer); // RACE check-then-act #1
        revenue.put(customer, before == null ? cents : before + cents); // RACE check-then-act #1
        synchronized (customers) {
            customers.add(customer);
        }
    }

    /** The replay queue must keep its order, so it has one consumer. */
    @JmsListener(destination = "orders.replay", concurrency = "1")
    public void onReplay(TextMessage message) throws JMSException {
        replays++;
        if (replays % 1000 == 0) {
            log.info("{} replays, last {}", replays, message.getJMSMessageID());
        }
    }

    public long processed() {
        return processed;
    }

    public long revenueOf(String customer) {
        return revenue.getOrDefault(customer, 0L);
    }

    public int customers() {
        synchronized (customers) {
            return customers.size();
        }
    }
}
