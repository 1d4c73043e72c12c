package de.kassenwerk.till;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Three schedules on a scheduler with one thread: they share the journal, one at a time. */
class TillClosing {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<String> journal = new ArrayList<>();
  private int checks;
  private int printed;

  void start() {
    clock.scheduleAtFixedRate(this::checkDrawer, 1, 1, TimeUnit.MINUTES);
    clock.scheduleAtFixedRate(this::printInterim, 1, 1, TimeUnit.HOURS);
    clock.schedule(this::closeDay, 14, TimeUnit.HOURS);
  }

  private void checkDrawer() {
    checks++;
    if (checks % 60 == 0) {
      journal.add("drawer checked " + checks);
    }
  }

  private void printInterim() {
    printed++;
    journal.add("interim " + printed);
  }

  private void closeDay() {
    journal.add("closed after " + (checks + printed));
    checks = 0;
    printed = 0;
  }
}

/** The same on the scheduler of the branch, which is larger. */
class BranchClosing {
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
  private final List<String> journal = new ArrayList<>();
  private int entries;

  void start() {
    clock.scheduleAtFixedRate(this::checkDrawer, 1, 1, TimeUnit.MINUTES);
    clock.scheduleAtFixedRate(this::printInterim, 1, 1, TimeUnit.MINUTES);
  }

  private void checkDrawer() {
    journal.add("drawer checked"); // RACE unsafe-collection
    entries++; // RACE rmw #1
  }

  private void printInterim() {
    journal.add("interim"); // RACE unsafe-collection
    entries++; // RACE rmw #1
  }
}
