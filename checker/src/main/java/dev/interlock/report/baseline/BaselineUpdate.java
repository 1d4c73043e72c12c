package dev.interlock.report.baseline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multisets;
import com.google.common.collect.TreeMultiset;
import dev.interlock.report.FindingIdentity;
import dev.interlock.util.TextFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down the findings of one compilation, and leaves those of other modules as they are. */
public final class BaselineUpdate {
  private final Path file;
  private final Scope scope;
  private final TreeMultiset<Entry> found = TreeMultiset.create();

  /**
   * What an update did to a baseline.
   *
   * @param size the number of entries that it has now
   * @param added the number of findings that were not in it
   * @param removed the lines whose findings are not there any more
   */
  public record Outcome(int size, int added, ImmutableList<String> removed) {}

  /**
   * @param checks the names of the checks that are on
   */
  public BaselineUpdate(Path file, ImmutableSet<String> checks) {
    this.file = file;
    this.scope = new Scope(file, checks);
  }

  /** Notes that a file is checked. */
  public void add(URI source, String packageName) {
    scope.add(source, packageName);
  }

  /** Adds a finding. */
  public void add(FindingIdentity identity, URI source) {
    found.add(new Entry(scope.nameOf(source), identity));
  }

  /** Writes the file. Compilations that do so at the same time wait for each other. */
  public Outcome write() throws IOException {
    List<Outcome> outcome = new ArrayList<>();
    TextFiles.update(
        file,
        before -> {
          TreeMultiset<Entry> old = parse(before);
          TreeMultiset<Entry> entries = TreeMultiset.create(found);
          old.stream().filter(entry -> !scope.covers(entry)).forEach(entries::add);
          outcome.add(
              new Outcome(
                  entries.size(),
                  Multisets.difference(entries, old).size(),
                  Multisets.difference(old, entries).stream()
                      .map(Entry::toLine)
                      .collect(ImmutableList.toImmutableList())));
          return BaselineText.format(entries);
        });
    return outcome.get(0);
  }

  private TreeMultiset<Entry> parse(Optional<String> text) throws IOException {
    try {
      return text.isEmpty()
          ? TreeMultiset.create()
          : BaselineText.parse(text.get(), file.toString());
    } catch (InvalidBaselineException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
