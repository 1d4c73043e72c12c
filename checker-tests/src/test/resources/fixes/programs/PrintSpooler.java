package programs;

import java.util.ArrayDeque;
import java.util.Deque;

/** A queue and what was taken from it. */
class PrintSpooler {
  private final Deque<String> jobs = new ArrayDeque<>();
  private int printed;

  void submit(String job) {
    jobs.addLast(job);
  }

  boolean print() {
    if (jobs.isEmpty()) {
      return false;
    }
    jobs.removeFirst();
    printed++;
    return true;
  }

  String state() {
    return jobs.size() + " " + printed;
  }

  static String single() {
    PrintSpooler spooler = new PrintSpooler();
    spooler.submit("a");
    return "" + spooler.print() + spooler.print() + spooler.state();
  }

  static long lost() {
    PrintSpooler spooler = new PrintSpooler();
    Trial.race(
        i -> {
          spooler.submit("j" + i);
          spooler.print();
        });
    while (spooler.print()) {
      continue;
    }
    return spooler.state().equals("0 " + Trial.TOTAL) ? 0 : 1;
  }
}
