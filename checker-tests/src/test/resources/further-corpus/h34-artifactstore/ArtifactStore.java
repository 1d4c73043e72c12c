package artifactstore;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multimaps;
import com.google.common.util.concurrent.AtomicLongMap;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.Monitor;
import com.google.common.util.concurrent.Striped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Lock;

/** Stores build artifacts. Thread-safe. */
public class ArtifactStore {

  private final Striped<Lock> locks = Striped.lock(64);
  private final Map<String, byte[]>[] shards;
  private final AtomicLongMap<String> downloads = AtomicLongMap.create();
  private final Multimap<String, String> tags =
      Multimaps.synchronizedMultimap(ArrayListMultimap.create());
  private final LoadingCache<String, String> checksums =
      CacheBuilder.newBuilder()
          .maximumSize(1000)
          .build(
              new CacheLoader<String, String>() {
                private final String prefix = "crc-";

                @Override
                public String load(String key) {
                  return prefix + Integer.toHexString(key.hashCode());
                }
              });
  private final Monitor monitor = new Monitor();
  private final Monitor.Guard hasRoom =
      new Monitor.Guard(monitor) {
        @Override
        public boolean isSatisfied() {
          return uploads < 8;
        }
      };
  private int uploads;
  private volatile ImmutableMap<String, String> aliases = ImmutableMap.of();

  @SuppressWarnings("unchecked")
  public ArtifactStore() {
    shards = new Map[16];
    for (int i = 0; i < shards.length; i++) {
      shards[i] = new HashMap<>();
    }
  }

  public void append(String name, byte[] more) throws InterruptedException {
    monitor.enterWhen(hasRoom);
    try {
      uploads++;
    } finally {
      monitor.leave();
    }
    Map<String, byte[]> shard = shards[Math.floorMod(name.hashCode(), shards.length)];
    synchronized (shard) {
      byte[] old = shard.get(name);
      if (old == null) {
        shard.put(name, more.clone());
      } else {
        byte[] joined = new byte[old.length + more.length];
        System.arraycopy(old, 0, joined, 0, old.length);
        System.arraycopy(more, 0, joined, old.length, more.length);
        shard.put(name, joined);
      }
    }
    monitor.enter();
    try {
      uploads--;
    } finally {
      monitor.leave();
    }
  }

  public byte[] get(String name) {
    downloads.incrementAndGet(name);
    Map<String, byte[]> shard = shards[Math.floorMod(name.hashCode(), shards.length)];
    synchronized (shard) {
      return shard.get(name);
    }
  }

  public void tag(String name, String tag) {
    synchronized (tags) {
      if (!tags.containsEntry(name, tag)) {
        tags.put(name, tag);
      }
    }
  }

  public Collection<String> takeTags(String name) {
    return tags.removeAll(name);
  }

  public String checksum(String name) throws ExecutionException {
    return checksums.get(name);
  }

  public void alias(String from, String to) {
    Lock lock = locks.get("aliases");
    lock.lock();
    try {
      Map<String, String> copy = new HashMap<>(aliases);
      copy.put(from, to);
      aliases = ImmutableMap.copyOf(copy);
    } finally {
      lock.unlock();
    }
  }

  public void prefetch(Collection<String> names, ListeningExecutorService executor) {
    for (String name : names) {
      ListenableFuture<byte[]> future = executor.submit(() -> get(name));
      Futures.addCallback(
          future,
          new FutureCallback<byte[]>() {
            @Override
            public void onSuccess(byte[] result) {
              downloads.decrementAndGet(name);
            }

            @Override
            public void onFailure(Throwable t) {
              tag(name, "failed");
            }
          },
          executor);
    }
  }
}
