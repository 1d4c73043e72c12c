package mq.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Concurrent table of subscribers; clients subscribe from their connection threads. */
public class Subscriptions {
    private final Map<String, List<String>> exact = new ConcurrentHashMap<>();
    private final Map<String, List<String>> wildcard = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Integer>> qos = new ConcurrentHashMap<>();
    private final Map<String, List<String>> retained = new ConcurrentHashMap<>();

    public void subscribe(String topic, String client, int level) {
        exact.computeIfAbsent(topic, t -> new ArrayList<>()).add(client); // RACE unsafe-collection #1
        Map<String, Integer> levels = qos.get(topic);
        if (levels == null) {
            Map<String, Integer> fresh = new TreeMap<>();
            levels = qos.putIfAbsent(topic, fresh);
            if (levels == null) {
                levels = fresh;
            }
        }
        levels.put(client, level); // RACE unsafe-collection
    }

    public void subscribeAll(String prefix, String client) {
        wildcard.computeIfAbsent(prefix, t -> new CopyOnWriteArrayList<>()).add(client);
    }

    public void unsubscribe(String topic, String client) {
        List<String> clients = exact.get(topic); // MAYBE
        if (clients != null) {
            clients.remove(client); // RACE unsafe-collection #1
        }
    }

    public void retain(String topic, String message) {
        retained.compute(topic, (t, list) -> {
            List<String> l = list == null ? new ArrayList<>() : new ArrayList<>(list);
            if (l.size() == 10) {
                l.remove(0);
            }
            l.add(message);
            return l;
        });
    }

    public List<String> retained(String topic) {
        return retained.getOrDefault(topic, List.of());
    }

    public List<String> receivers(String topic) {
        List<String> out = new ArrayList<>();
        List<String> direct = exact.get(topic);
        if (direct != null) {
            out.addAll(direct);
        }
        wildcard.forEach((prefix, clients) -> {
            if (topic.startsWith(prefix)) {
                out.addAll(clients);
            }
        });
        return out;
    }
}
