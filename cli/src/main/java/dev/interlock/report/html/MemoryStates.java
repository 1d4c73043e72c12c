package dev.interlock.report.html;

import com.google.common.collect.ImmutableList;

/**
 * What is in memory while the steps of an interleaving are taken, in words.
 *
 * @param before what is there at first
 * @param after what is there after each of the three steps
 * @param lost what is lost in the end
 */
record MemoryStates(String before, ImmutableList<String> after, String lost) {

  /** Returns the states for what steps are to each other, as the plugin names that. */
  static MemoryStates of(String form) {
    return switch (form) {
      case "decides" ->
          new MemoryStates(
              "old value",
              ImmutableList.of("old value", "B's value", "A's value"),
              "B's value, which A's check has not seen");
      case "mutates" ->
          new MemoryStates(
              "intact", ImmutableList.of("half changed", "changed twice", "damaged"), "one change");
      case "overwrites" ->
          new MemoryStates(
              "old value",
              ImmutableList.of("old value", "A's value", "B's, made of the old value"),
              "A's value");
      case "pairs" ->
          new MemoryStates(
              "both agree",
              ImmutableList.of("one is new", "B sees old and new", "both agree"),
              "what B made of the two");
      default ->
          new MemoryStates(
              "old value",
              ImmutableList.of("old value", "B's value", "A's, made of the old value"),
              "B's value");
    };
  }
}
