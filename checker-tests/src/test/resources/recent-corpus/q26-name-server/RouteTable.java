package com.swiftmq.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Routes of topics and clusters. */
class RouteTable {

    private final ConcurrentMap<String, List<String>> topicQueues = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Set<String>> clusterBrokers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<String>> filterServers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Map<Long, String>> addresses = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> live = new ConcurrentHashMap<>();

    void registerTopic(String topic, String queue) {
        List<String> queues = topicQueues.computeIfAbsent(topic, t -> new ArrayList<>());
        if (!queues.contains(queue)) { // RACE unsafe-collection #1
            queues.add(queue); // RACE unsafe-collection #1
        }
    }

    void registerBroker(String cluster, String broker, long id, String address) {
        clusterBrokers.compute(cluster, (c, set) -> {
            Set<String> s = set == null ? new HashSet<>() : set;
            s.add(broker);
            return s;
        });
        addresses.computeIfAbsent(broker, b -> new TreeMap<>()).put(id, address); // RACE unsafe-collection
        live.put(address, System.currentTimeMillis());
    }

    void registerFilter(String address, String server) {
        List<String> list = filterServers.get(address);
        if (list == null) {
            list = new CopyOnWriteArrayList<>();
            List<String> prior = filterServers.putIfAbsent(address, list);
            if (prior != null) {
                list = prior;
            }
        }
        list.add(server);
    }

    void unregisterBroker(String cluster, String broker) {
        clusterBrokers.computeIfPresent(cluster, (c, set) -> {
            set.remove(broker);
            return set.isEmpty() ? null : set;
        });
        addresses.remove(broker);
    }

    /** A private copy for the answer. */
    Map<String, List<String>> snapshot(Set<String> topics) {
        Map<String, List<String>> copy = new HashMap<>();
        for (String t : topics) {
            List<String> q = topicQueues.get(t);
            if (q != null) {
                copy.computeIfAbsent(t, k -> new ArrayList<>()).addAll(q);
            }
        }
        return copy;
    }

    int expire(long before) {
        int n = 0;
        for (Map.Entry<String, Long> e : live.entrySet()) {
            Long seen = e.getValue();
            if (seen < before && live.remove(e.getKey(), seen)) {
                n++;
            }
        }
        return n;
    }
}
