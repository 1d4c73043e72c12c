package dev.interlock.corpus;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of the corpus and its marks. {@code // RACE kind} marks a line of a bug, {@code // RACE
 * kind #n} one of several lines of a bug of its folder, {@code // MAYBE} a line that counts neither
 * way; a report on any other line is a false alarm.
 */
record CorpusFile(
    Path path, ImmutableListMultimap<Integer, Bug> bugs, ImmutableSet<Integer> undecided) {
  private static final Pattern RACE =
      Pattern.compile("// RACE (?<kind>[a-z-]+)(?: #(?<id>\\d+))?\\s*$");

  /** A marked bug; equal for all the lines that are marked with it. */
  record Bug(String kind, String identity) {}

  static CorpusFile read(Path path) {
    ImmutableListMultimap.Builder<Integer, Bug> bugs = ImmutableListMultimap.builder();
    ImmutableSet.Builder<Integer> undecided = ImmutableSet.builder();
    List<String> lines = linesOf(path);
    int start = 1;
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      Optional<Bug> bug = bug(line, path, number);
      for (int covered = start; covered <= number; covered++) {
        int inStatement = covered;
        bug.ifPresent(marked -> bugs.put(inStatement, marked));
        if (line.contains("// MAYBE")) {
          undecided.add(covered);
        }
      }
      if (endsStatement(line)) {
        start = number + 1;
      }
    }
    return new CorpusFile(path, bugs.build(), undecided.build());
  }

  /** Returns the lines that any bug is marked on. */
  ImmutableList<Bug> allBugs() {
    return bugs.values().stream().distinct().collect(ImmutableList.toImmutableList());
  }

  private static Optional<Bug> bug(String line, Path path, int number) {
    Matcher mark = RACE.matcher(line);
    if (!mark.find()) {
      return Optional.empty();
    }
    String id = mark.group("id");
    String identity = id == null ? path + ":" + number : path.getParent() + "#" + id;
    return Optional.of(new Bug(mark.group("kind"), identity));
  }

  /** A statement over several lines is marked as a whole. */
  private static boolean endsStatement(String line) {
    String code = line.replaceFirst("//.*", "").strip();
    return code.isEmpty() || code.endsWith(";") || code.endsWith("{") || code.endsWith("}");
  }

  private static List<String> linesOf(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + path, e);
    }
  }
}
