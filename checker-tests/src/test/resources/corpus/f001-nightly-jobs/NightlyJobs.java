package com.bankwerk.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;

interface Booker {
  int bookInterest(String branch);

  int archive(String branch);
}

/** Collects the jobs of the night in a list; they are launched together at two o'clock. */
class NightlyJobs {
  private final List<Runnable> jobs = new ArrayList<>();
  private final List<Runnable> cleanups = new ArrayList<>();
  private final Booker booker;
  private int booked;
  private int archived;

  NightlyJobs(Booker booker) {
    this.booker = booker;
  }

  void plan(String branch) {
    jobs.add(() -> booked += booker.bookInterest(branch)); // RACE rmw
    cleanups.add(() -> archived += booker.archive(branch));
  }

  void run(ExecutorService pool) {
    for (Runnable job : jobs) {
      pool.execute(job);
    }
    jobs.clear();
  }

  /** The clean-up is cheap and is done by the thread that asks for it. */
  void cleanUp() {
    for (Runnable cleanup : cleanups) {
      cleanup.run();
    }
    cleanups.clear();
  }

  String result() {
    return booked + " booked, " + archived + " archived";
  }
}

/** The job that is kept in a field is the only one, and the next start waits for the last. */
class InterestRun {
  private final Booker booker;
  private final Runnable job;
  private int booked;
  private int runs;

  InterestRun(Booker booker, List<String> branches) {
    this.booker = booker;
    this.job =
        () -> {
          for (String branch : branches) {
            booked += this.booker.bookInterest(branch);
          }
        };
  }

  int runTwice(ExecutorService pool) throws Exception {
    pool.submit(job).get();
    runs++;
    ExecutorCompletionService<Void> completion = new ExecutorCompletionService<>(pool);
    completion.submit(job, null);
    completion.take().get();
    runs++;
    return booked / runs;
  }
}
