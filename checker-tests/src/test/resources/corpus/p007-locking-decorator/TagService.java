package com.shelfmark.tags;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** Tags documents in the background. */
class TagService {
  private final ExecutorService workers;
  private final PlainTagStore plain = new PlainTagStore();
  private final LockingTagStore documents = new LockingTagStore(plain);
  private final LockingTagStore pictures = new LockingTagStore(new CountingTagStore());

  TagService(ExecutorService workers) {
    this.workers = workers;
  }

  void tagAll(List<String> tags) {
    for (String tag : tags) {
      workers.submit(() -> documents.tag(tag));
      workers.submit(() -> documents.untag(tag));
      workers.submit(() -> pictures.tag(tag));
      workers.submit(() -> pictures.untag(tag));
    }
  }

  /** Goes past the lock. */
  void importAll(List<String> tags) {
    for (String tag : tags) {
      workers.submit(() -> plain.tag(tag)); // RACE wrong-lock #1
    }
  }

  void close() {
    workers.shutdown();
  }

  int uses(String tag) {
    return documents.uses(tag) + pictures.uses(tag);
  }
}
