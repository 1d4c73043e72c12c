package com.parcelhub.jms;

import jakarta.ejb.MessageDriven;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Pool of instances; each is called by one thread at a time. */
@MessageDriven
class ParcelMdb implements MessageListener {
  private static int received;
  private static final AtomicLong BAD = new AtomicLong();
  private int handledHere;

  @Override
  public void onMessage(Message m) {
    handledHere++;
    received++; // RACE rmw
    try {
      if (m.getStringProperty("parcel") == null) {
        BAD.incrementAndGet();
      }
    } catch (JMSException e) {
      BAD.incrementAndGet();
    }
  }

  int handledHere() {
    return handledHere;
  }
}

/** A session delivers to its consumers serially, so this listener needs no lock. */
class TrackingListener implements MessageListener {
  private final Map<String, Integer> scans = new HashMap<>();
  private int total;

  @Override
  public void onMessage(Message m) {
    try {
      String id = m.getStringProperty("parcel");
      scans.put(id, scans.getOrDefault(id, 0) + 1);
      total++;
    } catch (JMSException e) {
      total--;
    }
  }
}

/** One listener object given to several sessions: several threads. */
class Depots {
  static class DepotListener implements MessageListener {
    private int load;
    private final Map<String, Integer> perRoute = new HashMap<>();

    @Override
    public void onMessage(Message m) {
      load++; // RACE rmw
      try {
        String route = m.getStringProperty("route");
        synchronized (perRoute) {
          perRoute.merge(route, 1, Integer::sum);
        }
      } catch (JMSException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  void start(Connection c, int sessions) throws JMSException {
    DepotListener shared = new DepotListener();
    for (int i = 0; i < sessions; i++) {
      Session s = c.createSession(false, Session.AUTO_ACKNOWLEDGE);
      s.createConsumer(s.createQueue("depot")).setMessageListener(shared);
      s.createConsumer(s.createQueue("tracking")).setMessageListener(new TrackingListener());
    }
    c.start();
  }
}
