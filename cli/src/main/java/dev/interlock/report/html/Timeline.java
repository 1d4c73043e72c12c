package dev.interlock.report.html;

import dev.interlock.report.html.ReportedFinding.Step;
import dev.interlock.report.html.ReportedFinding.ThreadAccount;
import java.util.Set;

/**
 * Draws the steps of two threads, time running down: thread A on the left, thread B on the right,
 * and between them the memory that both use.
 */
final class Timeline {
  private static final int WIDTH = 900;
  private static final int LEFT = 165;
  private static final int MIDDLE = 450;
  private static final int RIGHT = 735;
  private static final int BOX_WIDTH = 310;
  private static final int BOX_HEIGHT = 46;
  private static final int MEMORY_WIDTH = 200;
  private static final int HEAD = 92;
  private static final int ROW = 76;
  private static final int MAX_CODE = 38;
  private static final int MAX_LOCK = 34;
  private static final Set<String> LOOKS = Set.of("reads", "checks");

  private final ReportedFinding finding;
  private final MemoryStates memory;
  private final StringBuilder out = new StringBuilder();

  private Timeline(ReportedFinding finding) {
    this.finding = finding;
    this.memory = MemoryStates.of(finding.form());
  }

  /** Returns an SVG element; nothing if the finding has no steps. */
  static String of(ReportedFinding finding) {
    return finding.steps().isEmpty() ? "" : new Timeline(finding).draw();
  }

  private String draw() {
    int bottom = HEAD + ROW * finding.steps().size();
    out.append(
        "<svg class=\"timeline\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, bottom + 40, Html.escape(description())));
    for (ThreadAccount thread : finding.threads()) {
      lane(thread, bottom);
    }
    line(MIDDLE, 40, MIDDLE, bottom, "memory-line");
    text(MIDDLE, 20, "lane-name", "memory: " + Html.shortened(finding.variable(), 20));
    state(HEAD - 38, memory.before(), "");
    for (int i = 0; i < finding.steps().size(); i++) {
      step(finding.steps().get(i), i);
    }
    text(MIDDLE, bottom + 26, "lost", "lost: " + Html.escape(memory.lost()));
    return out.append("</svg>\n").toString();
  }

  private String description() {
    StringBuilder steps = new StringBuilder();
    for (Step step : finding.steps()) {
      steps.append("%s %s %s; ".formatted(step.thread(), step.action(), step.code()));
    }
    return steps + "lost: " + memory.lost();
  }

  private void lane(ThreadAccount thread, int bottom) {
    int x = laneOf(thread.name());
    boolean locked = !thread.locks().isEmpty();
    line(x, 62, x, bottom, locked ? "lane locked" : "lane");
    text(x, 20, "lane-name", "thread " + Html.escape(thread.name()));
    text(
        x,
        42,
        locked ? "locks held" : "locks",
        locked
            ? "holds " + Html.shortened(String.join(", ", thread.locks()), MAX_LOCK)
            : "holds no lock");
  }

  private void step(Step step, int index) {
    int y = HEAD + ROW * index;
    int x = laneOf(step.thread());
    boolean last = index == finding.steps().size() - 1;
    out.append(
        "<rect class=\"step%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n"
            .formatted(last ? " losing" : "", x - BOX_WIDTH / 2, y, BOX_WIDTH, BOX_HEIGHT));
    text(
        x,
        y + 19,
        "action",
        "%d. %s %s%s"
            .formatted(
                step.order(),
                Html.escape(step.thread()),
                Html.escape(step.action()),
                step.place().line() > 0 ? ", line " + step.place().line() : ""));
    text(x, y + 37, "code", Html.shortened(step.code(), MAX_CODE));
    if (!step.effect().isEmpty()) {
      text(x, y + BOX_HEIGHT + 14, "effect", Html.escape(step.effect()));
    }
    arrow(x, y + BOX_HEIGHT / 2, LOOKS.contains(step.action()) || looksFirst(step));
    if (index < memory.after().size()) {
      state(y + 8, memory.after().get(index), last ? " losing" : "");
    }
  }

  /** What overwrites begins with a look. */
  private boolean looksFirst(Step step) {
    return finding.form().equals("overwrites") && step.order() == 1;
  }

  private void state(int y, String text, String kind) {
    out.append(
        "<rect class=\"state%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"30\" rx=\"15\"/>\n"
            .formatted(kind, MIDDLE - MEMORY_WIDTH / 2, y, MEMORY_WIDTH));
    text(MIDDLE, y + 20, "state-text" + kind, Html.escape(text));
  }

  private void arrow(int lane, int y, boolean look) {
    int side = lane < MIDDLE ? -1 : 1;
    int memoryEnd = MIDDLE + side * MEMORY_WIDTH / 2;
    int laneEnd = lane - side * BOX_WIDTH / 2;
    int from = look ? memoryEnd : laneEnd;
    int to = look ? laneEnd : memoryEnd;
    int back = from < to ? -7 : 7;
    line(from, y, to, y, "arrow");
    out.append(
        "<path class=\"arrow-head\" d=\"M %d %d l %d -5 l 0 10 z\"/>\n".formatted(to, y, back));
  }

  private static int laneOf(String thread) {
    return thread.equals("A") ? LEFT : RIGHT;
  }

  private void line(int x1, int y1, int x2, int y2, String kind) {
    out.append(
        "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n"
            .formatted(kind, x1, y1, x2, y2));
  }

  private void text(int x, int y, String kind, String escaped) {
    out.append("<text class=\"%s\" x=\"%d\" y=\"%d\">".formatted(kind, x, y))
        .append(escaped)
        .append("</text>\n");
  }
}
