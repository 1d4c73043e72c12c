package programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Callers put calls of synchronized methods together, and swap a state on two conditions. */
class TokenPurses {
  enum Booth {
    CLOSED,
    OPEN
  }

  static final class Purse {
    private long tokens;

    synchronized long tokens() {
      return tokens;
    }

    synchronized void tokens(long tokens) {
      this.tokens = tokens;
    }

    synchronized void take(long number) {
      tokens -= number;
    }
  }

  private final Map<String, Purse> purses = new ConcurrentHashMap<>();
  private final AtomicReference<Booth> booth = new AtomicReference<>(Booth.CLOSED);
  private volatile int opensAt;

  private Purse purse(String owner) {
    return purses.computeIfAbsent(owner, name -> new Purse());
  }

  void win(String owner, long number) {
    Purse purse = purse(owner);
    purse.tokens(purse.tokens() + number);
  }

  boolean pay(String owner, long number) {
    Purse purse = purse(owner);
    if (purse.tokens() < number) {
      return false;
    }
    purse.take(number); // never below zero
    return true;
  }

  boolean open(int hour) {
    if (booth.get() == Booth.CLOSED && hour >= opensAt) {
      booth.set(Booth.OPEN);
      return true;
    }
    return false;
  }

  void opensAt(int hour) {
    opensAt = hour;
  }

  static String single() {
    TokenPurses purses = new TokenPurses();
    purses.opensAt(9);
    purses.win("Ada", 3);
    return purses.open(8)
        + " "
        + purses.open(9)
        + " "
        + purses.open(10)
        + " "
        + purses.pay("Ada", 2)
        + purses.pay("Ada", 2);
  }

  static long lost() {
    TokenPurses purses = new TokenPurses();
    Trial.race(
        i -> {
          purses.open(i);
          purses.pay("Ada", Trial.TOTAL + 1);
          purses.win("Ada", 1);
        });
    return Math.abs(Trial.TOTAL - purses.purse("Ada").tokens());
  }
}
