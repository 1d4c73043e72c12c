package fm.lighthouse.playlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Songs wished for by listeners; the studio starts a new list every hour. */
class RadioPlaylist {
  private List<String> wishes = new ArrayList<>();
  private Object gate = new Object();
  private int callers;
  private Runnable[] listeners = new Runnable[0];

  /** Locks the list that the new hour replaces. */
  void wish(String song) {
    synchronized (wishes) {
      wishes.add(song); // RACE wrong-lock #1
    }
  }

  List<String> newHour() {
    synchronized (wishes) {
      List<String> old = wishes; // RACE wrong-lock #1
      wishes = new ArrayList<>(); // RACE wrong-lock #1
      return old;
    }
  }

  void call() {
    synchronized (gate) {
      callers++; // RACE wrong-lock #2
    }
  }

  void resetCallers() {
    synchronized (gate) {
      callers = 0; // RACE wrong-lock #2
      gate = new Object(); // RACE wrong-lock #2
    }
  }

  /** Two threads may hold two different arrays here, and one of the additions is lost. */
  void listen(Runnable listener) {
    synchronized (listeners) {
      Runnable[] longer = Arrays.copyOf(listeners, listeners.length + 1); // RACE wrong-lock #3
      longer[longer.length - 1] = listener;
      listeners = longer; // RACE wrong-lock #3
    }
  }

  void onAir(ExecutorService phones, List<String> songs) {
    for (String song : songs) {
      phones.execute(() -> wish(song));
      phones.execute(this::call);
      phones.execute(() -> listen(() -> System.out.println(song)));
    }
    phones.execute(this::newHour);
    phones.execute(this::resetCallers);
  }
}

/** The same station with monitors that stay where they are. */
class SteadyPlaylist {
  private final Object wishGate = new Object();
  private List<String> wishes = new ArrayList<>();
  /** Not final, but nobody ever assigns it again. */
  private Object gate = new Object();
  private int callers;
  private volatile Runnable[] listeners = new Runnable[0];

  void wish(String song) {
    synchronized (wishGate) {
      wishes.add(song);
    }
  }

  List<String> newHour() {
    synchronized (wishGate) {
      List<String> old = wishes;
      wishes = new ArrayList<>();
      return old;
    }
  }

  void call() {
    synchronized (gate) {
      callers++;
    }
  }

  int resetCallers() {
    synchronized (gate) {
      int before = callers;
      callers = 0;
      return before;
    }
  }

  void listen(Runnable listener) {
    synchronized (this) {
      Runnable[] longer = Arrays.copyOf(listeners, listeners.length + 1);
      longer[longer.length - 1] = listener;
      listeners = longer;
    }
  }

  void tell() {
    for (Runnable listener : listeners) {
      listener.run();
    }
  }

  void onAir(ExecutorService phones, List<String> songs) {
    for (String song : songs) {
      phones.execute(() -> wish(song));
      phones.execute(this::call);
      phones.execute(() -> listen(() -> System.out.println(song)));
    }
    phones.execute(this::newHour);
    phones.execute(this::resetCallers);
    phones.execute(this::tell);
  }
}
