package com.clickstream.visits;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import com.google.common.util.concurrent.AtomicLongMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts of page visits; the tracking endpoint is hit by every front-end thread. */
public class VisitCounter {
  private final Cache<String, Integer> visits =
      CacheBuilder.newBuilder().concurrencyLevel(16).expireAfterAccess(1, TimeUnit.HOURS).build();
  private final LoadingCache<String, LongAdder> adders =
      CacheBuilder.newBuilder()
          .build(
              new CacheLoader<String, LongAdder>() {
                @Override
                public LongAdder load(String key) {
                  return new LongAdder();
                }
              });
  private final AtomicLongMap<String> byCountry = AtomicLongMap.create();
  private final AtomicLongMap<String> best = AtomicLongMap.create();
  private final ConcurrentHashMultiset<String> agents = ConcurrentHashMultiset.create();
  private final SetMultimap<String, String> referrers =
      Multimaps.synchronizedSetMultimap(HashMultimap.<String, String>create());
  private final Multimap<String, String> campaigns = HashMultimap.create();

  public void visit(String page, String country, String agent, String referrer) {
    Integer old = visits.getIfPresent(page); // RACE check-then-act #1
    visits.put(page, old == null ? 1 : old + 1); // RACE check-then-act #1
    adders.getUnchecked(page).increment();
    byCountry.incrementAndGet(country);
    agents.add(agent);
    referrers.put(page, referrer);
  }

  public void visitAtomically(String page) {
    visits.asMap().merge(page, 1, Integer::sum);
  }

  public void score(String player, long score) {
    if (best.get(player) < score) { // RACE check-then-act #2
      best.put(player, score); // RACE check-then-act #2
    }
  }

  public void scoreMax(String player, long score) {
    best.accumulateAndGet(player, score, Math::max);
  }

  public void limitAgents(String agent, int max) {
    int n = agents.count(agent);
    while (n > max && !agents.setCount(agent, n, max)) {
      n = agents.count(agent);
    }
  }

  public void campaign(String page, String campaign) {
    synchronized (campaigns) {
      campaigns.put(page, campaign);
    }
  }

  public Set<String> referrersOf(String page) {
    synchronized (referrers) {
      return Set.copyOf(referrers.get(page));
    }
  }
}
