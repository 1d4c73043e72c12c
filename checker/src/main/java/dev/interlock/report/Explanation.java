package dev.interlock.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Why an update can be lost.
 *
 * @param headline one line: what is lost, and why
 * @param place where the finding is reported
 * @param excerpt the lines around it
 * @param form what the steps of the interleaving are to each other
 * @param runs the two runs that collide
 * @param interleaving an order of their steps that loses an update
 * @param advice what to do about it
 * @param fix what the offered fix does; empty if none is offered
 */
public record Explanation(
    String headline,
    CodePlace place,
    Excerpt excerpt,
    Form form,
    ImmutableList<Run> runs,
    ImmutableList<Step> interleaving,
    String advice,
    Optional<String> fix) {

  /**
   * One of the two runs.
   *
   * @param name how the interleaving refers to it
   * @param account how it gets to the access, in words
   * @param way the places that it passes, from the launch to the access
   * @param locks the locks that it holds at the access, by the names they have in the code
   */
  public record Run(
      String name, String account, ImmutableList<CodePlace> way, ImmutableList<String> locks) {}

  /**
   * One step of the interleaving.
   *
   * @param run the name of the run that takes it
   * @param action what it does there, as a verb
   * @param effect what comes of it; empty if that goes without saying
   */
  public record Step(String run, String action, CodePlace place, String effect) {}
}
