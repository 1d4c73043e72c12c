package com.askwell.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Evaluates questionnaires in waves. invokeAll comes back when all of a wave are done. */
class SurveyAnalysis {
  private final ExecutorService pool;
  private final List<String> report = new ArrayList<>();
  private int answers;
  private int waves;
  private int invalid;

  SurveyAnalysis(ExecutorService pool) {
    this.pool = pool;
  }

  /** Each task returns its part; the caller adds the parts up between the waves. */
  void evaluate(List<List<String>> questionnaires) throws InterruptedException {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (List<String> questionnaire : questionnaires) {
      tasks.add(
          () -> {
            int filled = 0;
            for (String answer : questionnaire) {
              if (!answer.isBlank()) {
                filled++;
              }
            }
            return filled;
          });
    }
    for (Future<Integer> future : pool.invokeAll(tasks)) {
      answers += value(future);
    }
    waves++;
    report.add("wave " + waves + ": " + answers);
  }

  /** All tasks of the wave count into one field. */
  void validate(List<List<String>> questionnaires) throws InterruptedException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (List<String> questionnaire : questionnaires) {
      tasks.add(
          () -> {
            if (questionnaire.isEmpty()) {
              invalid++; // RACE rmw
            }
            return null;
          });
    }
    pool.invokeAll(tasks);
    invalid = invalid * 100 / Math.max(1, questionnaires.size());
  }

  /** A single task per wave. */
  void summarise() throws InterruptedException {
    pool.invokeAll(
        List.of(
            () -> {
              report.add("summary");
              waves++;
              return report.size();
            }));
    report.add("end of summary");
  }

  private static int value(Future<Integer> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return 0;
    }
  }

  static void run(ExecutorService pool, List<List<String>> questionnaires)
      throws InterruptedException {
    SurveyAnalysis analysis = new SurveyAnalysis(pool);
    analysis.evaluate(questionnaires);
    analysis.validate(questionnaires);
    analysis.summarise();
    System.out.println(analysis.invalid);
  }
}
