package io.wirehub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who listens to which topic. */
class TopicHub {
  private final Map<String, List<Client>> topics = new ConcurrentHashMap<>();
  private final Map<String, List<Client>> presence = new ConcurrentHashMap<>();
  private final Map<String, Set<Client>> muted = new ConcurrentHashMap<>();
  private final Map<Client, List<String>> inverse = new ConcurrentHashMap<>();

  void subscribe(String topic, Client c) {
    List<Client> of = topics.get(topic); // RACE check-then-act #1
    if (of == null) {
      of = new CopyOnWriteArrayList<>();
      topics.put(topic, of); // RACE check-then-act #1
    }
    of.add(c);
    inverse.compute(c, (k, list) -> {
      List<String> next = list == null ? new ArrayList<>() : new ArrayList<>(list);
      next.add(topic);
      return next;
    });
  }

  void appear(String room, Client c) {
    presence.computeIfAbsent(room, r -> new ArrayList<>()).add(c); // RACE unsafe-collection
  }

  void mute(String topic, Client c) {
    muted.computeIfAbsent(topic, t -> ConcurrentHashMap.newKeySet()).add(c);
  }

  void unmute(String topic, Client c) {
    Set<Client> set = muted.get(topic);
    if (set != null) {
      set.remove(c);
    }
  }

  void broadcast(String topic, String message) {
    Set<Client> deaf = muted.getOrDefault(topic, Set.of());
    for (Client c : topics.getOrDefault(topic, List.of())) {
      if (!deaf.contains(c)) {
        c.enqueue(message);
      }
    }
  }
}
