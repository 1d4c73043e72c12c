package io.fieldbus.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Devices of a site. Lookups are far more frequent than registrations. */
public class DeviceRegistry {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock read = rw.readLock();
  private final Lock write = rw.writeLock();
  private final Map<String, Device> devices = new HashMap<>();
  private final Map<String, List<String>> byModel = new HashMap<>();
  private final Map<String, Long> sequences = new ConcurrentHashMap<>();
  private long lookups;
  private int generation;

  public Device find(String id) {
    read.lock();
    try {
      lookups++; // RACE wrong-lock
      return devices.get(id);
    } finally {
      read.unlock();
    }
  }

  public Device register(String id, String model) {
    read.lock();
    try {
      Device known = devices.get(id);
      if (known != null) {
        return known;
      }
    } finally {
      read.unlock();
    }
    write.lock();
    try {
      Device known = devices.get(id);
      if (known == null) {
        known = new Device(id, model);
        devices.put(id, known);
        byModel.computeIfAbsent(model, m -> new ArrayList<>()).add(id);
        generation++;
      }
      return known;
    } finally {
      write.unlock();
    }
  }

  public boolean rename(String id, String newId) {
    Device d;
    read.lock();
    try {
      d = devices.get(id); // RACE split-lock #1
      if (d == null || devices.containsKey(newId)) { // RACE split-lock #1
        return false;
      }
    } finally {
      read.unlock();
    }
    write.lock();
    try {
      devices.remove(id); // RACE split-lock #1
      devices.put(newId, d); // RACE split-lock #1
      generation++;
    } finally {
      write.unlock();
    }
    return true;
  }

  public long nextSequence(String id) {
    return sequences.compute(id, (k, v) -> v == null ? 1L : v + 1);
  }

  public int generation() {
    read.lock();
    try {
      return generation;
    } finally {
      read.unlock();
    }
  }

  public long lookups() {
    return lookups;
  }
}
