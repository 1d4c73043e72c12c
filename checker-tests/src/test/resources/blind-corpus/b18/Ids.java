package com.parcelry.ids;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that hands out numbers. */
public final class Ids {
  private static long lastMillis;
  private static int sequence;
  private static int parcel = 1000;
  private static final AtomicLong BLOCK = new AtomicLong();
  private static final Map<String, Integer> PREFIXES = new HashMap<>();
  private static final Set<String> RESERVED = new HashSet<>();

  static {
    for (String p : new String[] {"DE", "FR", "IT"}) {
      PREFIXES.put(p, PREFIXES.size() + 1);
      parcel++;
    }
    RESERVED.add("DE-0");
  }

  private Ids() {}

  /** Unique within this process: milliseconds and a sequence number. */
  public static synchronized long timed() {
    long now = System.currentTimeMillis();
    if (now <= lastMillis) {
      sequence++;
    } else {
      lastMillis = now;
      sequence = 0;
    }
    return lastMillis << 12 | sequence;
  }

  public static String parcel(String country) {
    return country + "-" + PREFIXES.getOrDefault(country, 0) + parcel++; // RACE rmw
  }

  public static boolean reserve(String id) {
    return RESERVED.add(id); // RACE unsafe-collection
  }

  public static void resetSequence() {
    sequence = 0; // RACE wrong-lock
  }

  /** Numbers in blocks: one atomic access for a thousand numbers. */
  public static final class Block {
    private long next;
    private long end;

    public long next() {
      if (next == end) {
        next = BLOCK.getAndAdd(1000);
        end = next + 1000;
      }
      return next++;
    }
  }

  public enum Kind {
    LETTER("L"), PARCEL("P"), PALLET("X");

    private static final AtomicInteger ISSUED = new AtomicInteger();
    private final String code;
    private int issued;
    private int returned;

    Kind(String code) {
      this.code = code;
    }

    String issue() {
      ISSUED.incrementAndGet();
      return code + ++issued; // RACE rmw
    }

    synchronized void giveBack() {
      returned++;
    }

    synchronized int returned() {
      return returned;
    }
  }
}
