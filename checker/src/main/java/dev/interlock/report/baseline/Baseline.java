package dev.interlock.report.baseline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.TreeMultiset;
import dev.interlock.report.FindingIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The findings that are accepted, as one compilation goes through them. */
public final class Baseline {
  private final Scope scope;

  /** The entries that no finding has been matched with yet. */
  private final TreeMultiset<Entry> rest;

  private Baseline(Scope scope, TreeMultiset<Entry> entries) {
    this.scope = scope;
    this.rest = entries;
  }

  /**
   * Reads a baseline.
   *
   * @param checks the names of the checks that are on
   * @throws InvalidBaselineException if it cannot be read, or if there is none
   */
  public static Baseline read(Path file, ImmutableSet<String> checks) {
    try {
      return new Baseline(
          new Scope(file, checks), BaselineText.parse(Files.readString(file), file.toString()));
    } catch (NoSuchFileException e) {
      throw new InvalidBaselineException(
          "there is no baseline %s; -XepOpt:Interlock:WriteBaseline=%s writes it"
              .formatted(file, file));
    } catch (MalformedInputException e) {
      throw new InvalidBaselineException("the baseline %s is not in UTF-8".formatted(file));
    } catch (IOException e) {
      throw new InvalidBaselineException("cannot read the baseline %s: %s".formatted(file, e));
    }
  }

  /** Notes that a file is checked. */
  public void add(URI file, String packageName) {
    scope.add(file, packageName);
  }

  /** Returns whether a finding is accepted. An entry accepts one finding. */
  public boolean accepts(FindingIdentity identity, URI file) {
    return rest.remove(new Entry(scope.nameOf(file), identity)) || acceptsMoved(identity);
  }

  /** The file may have had another name when the finding was accepted. */
  private boolean acceptsMoved(FindingIdentity identity) {
    Optional<Entry> moved =
        rest.elementSet().stream()
            .filter(entry -> entry.identity().equals(identity) && scope.isGone(entry))
            .findFirst();
    moved.ifPresent(rest::remove);
    return moved.isPresent();
  }

  /** Returns the lines whose findings are not there any more. */
  public ImmutableList<String> outdated() {
    return rest.stream()
        .filter(scope::covers)
        .map(Entry::toLine)
        .collect(ImmutableList.toImmutableList());
  }
}
