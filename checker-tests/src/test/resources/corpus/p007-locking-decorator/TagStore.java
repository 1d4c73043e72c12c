package com.shelfmark.tags;

import java.util.Map;
import java.util.TreeMap;

/** Tags of documents, and how often each is used. */
interface TagStore {
  void tag(String tag);

  void untag(String tag);

  int uses(String tag);
}

/** For one thread only. */
class PlainTagStore implements TagStore {
  private final Map<String, Integer> uses = new TreeMap<>();
  private int changes;

  @Override
  public void tag(String tag) {
    uses.merge(tag, 1, Integer::sum); // RACE wrong-lock #1
    changes++; // RACE wrong-lock #1
  }

  @Override
  public void untag(String tag) {
    uses.computeIfPresent(tag, (k, n) -> n == 1 ? null : n - 1);
    changes++;
  }

  @Override
  public int uses(String tag) {
    return uses.getOrDefault(tag, 0);
  }
}

/** The only way to a second plain store; one call, one lock. */
class CountingTagStore implements TagStore {
  private int tags;
  private int untags;

  @Override
  public void tag(String tag) {
    tags++;
  }

  @Override
  public void untag(String tag) {
    untags++;
  }

  @Override
  public int uses(String tag) {
    return tags - untags;
  }
}

/** Makes any store safe, if it is the only one who has it. */
final class LockingTagStore implements TagStore {
  private final TagStore delegate;

  LockingTagStore(TagStore delegate) {
    this.delegate = delegate;
  }

  @Override
  public synchronized void tag(String tag) {
    delegate.tag(tag);
  }

  @Override
  public synchronized void untag(String tag) {
    delegate.untag(tag);
  }

  @Override
  public synchronized int uses(String tag) {
    return delegate.uses(tag);
  }
}
