package com.beanandleaf.loyalty;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

/** The fields say List and Map; what is behind them is decided in the constructor. */
class LoyaltyCards {
  private final List<String> cards;
  private final Map<String, String> owners;
  private final Map<String, Integer> stamps;
  private final Set<String> blocked;
  private final Queue<String> mail;
  private final Collection<String> log;
  private final List<String> scratch;
  private final Map<String, String> aliases;

  LoyaltyCards(boolean sorted) {
    this.cards = new Vector<>();
    this.owners = new Hashtable<>();
    this.stamps = sorted ? new ConcurrentSkipListMap<>() : new ConcurrentHashMap<>();
    this.blocked = ConcurrentHashMap.newKeySet();
    this.mail = new ConcurrentLinkedDeque<>();
    this.log = newLog();
    this.scratch = new ArrayList<>();
    this.aliases = sorted ? new ConcurrentSkipListMap<>() : new HashMap<>();
  }

  private static Collection<String> newLog() {
    return new CopyOnWriteArrayList<>();
  }

  void issue(String card, String owner) {
    cards.add(card);
    owners.put(card, owner);
    log.add(card);
    mail.offer(owner);
    scratch.add(card); // RACE unsafe-collection
    aliases.put(owner, card); // RACE unsafe-collection
  }

  void stamp(String card) {
    stamps.merge(card, 1, Integer::sum);
  }

  /** Safe types do not make two calls one. */
  void stampTwice(String card) {
    Integer before = stamps.get(card); // RACE check-then-act #1
    stamps.put(card, before == null ? 2 : before + 2); // RACE check-then-act #1
  }

  void block(String card) {
    blocked.add(card);
    cards.remove(card);
    owners.remove(card);
  }

  int active() {
    return cards.size() - blocked.size() + scratch.size();
  }

  void day(ExecutorService tills, List<String> names) {
    for (String name : names) {
      tills.execute(() -> issue("card " + name, name));
      tills.execute(() -> stamp("card " + name));
      tills.execute(() -> stampTwice("card " + name));
      tills.execute(() -> block("card " + name));
    }
  }
}

/** Wrapped before it is stored. */
class WrappedCards {
  private final List<String> cards;
  private final Map<String, Integer> stamps;
  private final Deque<String> recent;

  WrappedCards() {
    List<String> plain = new ArrayList<>();
    plain.add("first");
    cards = Collections.synchronizedList(plain);
    stamps = Collections.synchronizedMap(new HashMap<>());
    recent = new ConcurrentLinkedDeque<>(new ArrayDeque<>(plain));
  }

  void issue(String card) {
    cards.add(card);
    stamps.putIfAbsent(card, 0);
    recent.addFirst(card);
    stamps.computeIfPresent(card, (k, n) -> n + 1);
  }

  static void day(ExecutorService tills, Set<String> names) {
    WrappedCards shop = new WrappedCards();
    for (String name : new HashSet<>(names)) {
      tills.execute(() -> shop.issue(name));
    }
  }
}
