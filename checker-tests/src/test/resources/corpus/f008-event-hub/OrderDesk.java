package org.kontor.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Books what happens. The desk itself publishes from one thread only. */
class OrderDesk {
  private final Map<String, Integer> byCustomer = new HashMap<>();
  private final Map<String, Integer> mailsByCustomer = new ConcurrentHashMap<>();
  private final List<String> protocol = new ArrayList<>();
  private int events;
  private int mails;

  OrderDesk(EventHub hub) {
    hub.onInline(this::note);
    hub.onPool(this::mail);
    hub.onPool(customer -> mailsByCustomer.merge(customer, 1, Integer::sum));
    hub.onPool(
        customer -> {
          Integer orders = byCustomer.get(customer); // RACE unsafe-collection #1
          byCustomer.put(customer, orders == null ? 1 : orders + 1); // RACE unsafe-collection #1
        });
  }

  private void note(String customer) {
    protocol.add(customer);
    events++;
  }

  private void mail(String customer) {
    if (!customer.isBlank()) {
      mails++; // RACE rmw
    }
  }

  static void main(List<String> customers) {
    EventHub hub = new EventHub();
    OrderDesk desk = new OrderDesk(hub);
    for (String customer : customers) {
      hub.publish(customer);
    }
    System.out.println(desk.events + " events " + desk.protocol);
  }
}
