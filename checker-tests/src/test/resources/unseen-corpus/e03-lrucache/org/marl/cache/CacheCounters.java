package org.marl.cache;

final class CacheCounters {
  long hits;
  long misses;
}
