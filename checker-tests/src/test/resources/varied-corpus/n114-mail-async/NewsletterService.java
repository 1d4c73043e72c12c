package crm.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class NewsletterService implements InitializingBean {
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final List<String> templates = new ArrayList<>();
    private final List<String> bounced = new ArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private int queued;
    private int hours;
    private int refreshed;

    @Override
    public void afterPropertiesSet() {
        templates.add("spring");
        templates.add("autumn");
    }

    @EventListener
    public void onRefresh(ContextRefreshedEvent e) {
        refreshed++; // MAYBE
    }

    @Async
    public void send(String to, String body) {
        queued++; // RACE rmw #1
        try {
            deliver(to, body);
            sent.incrementAndGet();
        } catch (IllegalStateException e) {
            int n = attempts.merge(to, 1, Integer::sum);
            if (n > 3) {
                bounced.add(to); // RACE unsafe-collection
            }
        } finally {
            queued--; // RACE rmw #1
        }
    }

    private void deliver(String to, String body) {
        int at = to.indexOf('@');
        if (at < 0 || templates.isEmpty()) {
            throw new IllegalStateException(to + body.length());
        }
    }

    @Scheduled(cron = "0 0 * * * *")
    public void hourly() {
        hours++;
        if (hours % 24 == 0) {
            attempts.clear();
        }
    }

    public int queued() {
        return queued;
    }
}
