package track;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Positions of all vans. */
public class Fleet {
  private final Lock lock = new ReentrantLock();
  private final Map<String, Van> vans = new TreeMap<>();
  private long kilometres;
  private int alarms;
  private int reports;

  Lock lock() {
    return lock;
  }

  void report(String plate, int km) {
    lock.lock();
    try {
      Van v = vans.get(plate);
      if (v == null) {
        v = new Van(plate);
        vans.put(plate, v);
      }
      v.km += km;
      v.stops++;
      kilometres += km;
      reports++;
    } finally {
      lock.unlock();
    }
  }

  /** A van in trouble may have waited for the lock too long. */
  void alarm(String plate) {
    Van v;
    lock.lock();
    try {
      v = vans.get(plate);
      alarms++;
    } finally {
      lock.unlock();
    }
    if (v != null) {
      v.stops++; // RACE wrong-lock
    }
  }

  void retire(String plate) {
    lock.lock();
    Van v = vans.remove(plate);
    lock.unlock();
    if (v != null) {
      kilometres -= v.km; // RACE wrong-lock
    }
  }

  List<String> table() {
    List<String> out = new ArrayList<>();
    lock.lock();
    try {
      for (Van v : vans.values()) {
        out.add(v.plate + " " + v.km + " " + v.stops);
      }
      out.add(kilometres + " km, " + alarms + " alarms, " + reports + " reports");
    } finally {
      lock.unlock();
    }
    return out;
  }

  static final class Van {
    final String plate;
    long km;
    int stops;

    Van(String plate) {
      this.plate = plate;
    }
  }
}
