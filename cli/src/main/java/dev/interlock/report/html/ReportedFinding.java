package dev.interlock.report.html;

import com.google.common.collect.ImmutableList;

/**
 * A finding as a SARIF file tells it.
 *
 * @param level {@code error}, {@code warning} or {@code note}
 * @param help where the page of the check is; empty if that is not said
 * @param headline what is lost, and why
 * @param advice what to do about it
 * @param fix what the offered fix does; empty if none is offered
 * @param member the member that makes the update; empty if that is not said
 * @param variable the variable that is updated
 * @param form what the steps are to each other: see {@link MemoryStates}
 * @param excerpt the lines around the place; its first line is 0 if there are none
 * @param threads the two threads
 * @param steps an order of their steps that loses an update
 * @param accepted whether a baseline holds it
 */
record ReportedFinding(
    String check,
    String level,
    String help,
    String headline,
    String advice,
    String fix,
    Place place,
    String member,
    String variable,
    String form,
    Excerpt excerpt,
    ImmutableList<ThreadAccount> threads,
    ImmutableList<Step> steps,
    boolean accepted) {

  /**
   * A place in the source.
   *
   * @param line from 1; 0 if it is not known
   */
  record Place(String file, int line) {}

  /** Some lines of a file. */
  record Excerpt(int firstLine, ImmutableList<String> lines) {}

  /**
   * How a thread gets to the update.
   *
   * @param way the places that it passes before its steps
   * @param locks the locks that it holds there
   */
  record ThreadAccount(
      String name, String account, ImmutableList<Passage> way, ImmutableList<String> locks) {}

  /** A place that a thread passes, and what it does there. */
  record Passage(Place place, String text) {}

  /** What a thread does when its turn comes. */
  record Step(String thread, int order, String action, String code, String effect, Place place) {}
}
