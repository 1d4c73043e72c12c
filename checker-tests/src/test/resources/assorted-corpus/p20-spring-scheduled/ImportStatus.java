package de.lieferei.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class ImportStatus {

  private final Map<String, Integer> errorsBySupplier = new ConcurrentHashMap<>();
  private final List<String> messages = new ArrayList<>();
  private int running;
  private int finished;
  private long lastTick;
  private int ticks;

  @Async
  public void importFile(String supplier, String file) {
    synchronized (this) {
      running++;
    }
    try {
      parse(file);
    } catch (IllegalArgumentException e) {
      errorsBySupplier.put(supplier, errorsBySupplier.getOrDefault(supplier, 0) + 1); // RACE check-then-act
      messages.add(supplier + ": " + e.getMessage()); // RACE unsafe-collection
    } finally {
      finished++; // RACE rmw
      synchronized (this) {
        running--;
      }
    }
  }

  private void parse(String file) {
    if (file.isBlank()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  /** The default scheduler has one thread, and a fixed delay never overlaps with itself. */
  @Scheduled(fixedDelay = 5000)
  public void tick() {
    ticks++;
    lastTick = System.currentTimeMillis();
    synchronized (this) {
      if (running > 50) {
        throw new IllegalStateException("too many imports: " + running + " at tick " + ticks);
      }
    }
  }

  public synchronized int getRunning() {
    return running;
  }
}
