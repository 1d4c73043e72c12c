package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.config.FixFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The patches of one file, made together so that none is in another's way. */
final class FilePlan {
  static final FilePlan NONE = new FilePlan(Map.of());

  private final Map<Finding, Patch> patches;

  private FilePlan(Map<Finding, Patch> patches) {
    this.patches = patches;
  }

  Optional<Patch> patchFor(Finding finding) {
    return Optional.ofNullable(patches.get(finding));
  }

  /**
   * Plans the patches of a file.
   *
   * @param preference which family of fixes comes first
   * @param adders whether counters may become adders
   */
  static FilePlan of(
      SourceFile file, ImmutableList<Finding> findings, FixFamily preference, boolean adders) {
    return new Planner(file, preference, adders).plan(findings);
  }

  /** Groups the variables of a file and finds a remedy for each group. */
  private static final class Planner {
    private static final ImmutableList<Remedy> ATOMICS =
        ImmutableList.of(
            new VolatileField(),
            new UpdaterOperation(),
            new HandleOperation(),
            new ResetTogether(),
            new OwnNumber(),
            new AtomicOperation(),
            new AttemptLoop(),
            new AdderField(),
            new AtomicField(),
            new ConcurrentCollection());

    /** Where a lock is in use already, one more way to be safe would only confuse. */
    private static final ImmutableList<Remedy> EXPERT =
        ImmutableList.of(
            new VolatileField(),
            new UpdaterOperation(),
            new HandleOperation(),
            new ResetTogether(),
            new OwnNumber(),
            new AtomicOperation(),
            new AttemptLoop(),
            new ExistingLock(),
            new WriteLockInUse(),
            new SwappedLock(),
            new NestedLock(),
            new AdderField(),
            new AtomicField(),
            new ConcurrentCollection());

    /** Those that give a variable another type. */
    private static final ImmutableList<Remedy> MIGRATIONS =
        ImmutableList.of(new AdderField(), new AtomicField());

    private static final ImmutableList<Remedy> LOCKS =
        ImmutableList.of(
            new VolatileField(),
            new MergedCriticalSections(),
            new StampedSections(),
            new FreshRead(),
            new RepeatedCheck(),
            new ReceiverMonitor(),
            new ExistingLock(),
            new WriteLock(),
            new WriteLockInUse(),
            new SteadyMonitor(),
            new SwappedLock(),
            new NestedLock(),
            new NewLock());

    /** Those that do not touch the declaration of a variable. */
    private static final ImmutableList<Remedy> LOCKS_ELSEWHERE =
        ImmutableList.of(new ExistingLock(), new NewLock());

    private final SourceFile file;
    private final FixFamily preference;
    private final boolean adders;
    private final List<Patch> accepted = new ArrayList<>();
    private ImmutableMap<VarSymbol, Subject> subjects = ImmutableMap.of();
    private List<ImmutableList<Subject>> groups = List.of();

    Planner(SourceFile file, FixFamily preference, boolean adders) {
      this.file = file;
      this.preference = preference;
      this.adders = adders;
    }

    FilePlan plan(ImmutableList<Finding> findings) {
      subjects = subjects(findings, finding -> Subject.variableOf(finding, file));
      groups = groups();
      List<ImmutableList<Subject>> left = new ArrayList<>();
      for (ImmutableList<Subject> group : groups) {
        Optional<Patch> patch =
            remedy(group, preferred(group))
                .filter(found -> !found.isLock())
                .or(() -> attempt(new CollectionMonitor(), group));
        if (patch.isPresent()) {
          accept(patch.get());
        } else {
          left.add(group);
        }
      }
      lockTogether(left, LOCKS);
      fillIn(
          switch (preference) {
            case EXPERT -> MIGRATIONS;
            case ATOMIC -> ImmutableList.of();
            case MUTEX -> ATOMICS;
          });
      lockTogether(unpatched(), LOCKS);
      lockElsewhere(findings);
      Map<Finding, Patch> byFinding = new IdentityHashMap<>();
      for (Patch patch : accepted) {
        patch.subjects().forEach(s -> s.findings().forEach(f -> byFinding.put(f, patch)));
      }
      return new FilePlan(byFinding);
    }

    /** What has no fix yet may get one now that others of its class need no lock. */
    private List<ImmutableList<Subject>> unpatched() {
      return new ArrayList<>(
          groups.stream().filter(group -> group.stream().noneMatch(this::isPatched)).toList());
    }

    /** Guards fields of other files by a lock that this one can take, too. */
    private void lockElsewhere(ImmutableList<Finding> findings) {
      Set<Finding> patched = Collections.newSetFromMap(new IdentityHashMap<>());
      accepted.forEach(patch -> patch.subjects().forEach(s -> patched.addAll(s.findings())));
      subjects =
          subjects(
              findings.stream().filter(f -> !patched.contains(f)).toList(),
              finding -> Subject.fieldElsewhere(finding, file));
      groups = groups();
      lockTogether(new ArrayList<>(groups), LOCKS_ELSEWHERE);
    }

    private static ImmutableMap<VarSymbol, Subject> subjects(
        List<Finding> findings, Function<Finding, Optional<VarSymbol>> variableOf) {
      Map<VarSymbol, List<Finding>> byVariable = new LinkedHashMap<>();
      for (Finding finding : findings) {
        variableOf
            .apply(finding)
            .ifPresent(v -> byVariable.computeIfAbsent(v, k -> new ArrayList<>()).add(finding));
      }
      ImmutableMap.Builder<VarSymbol, Subject> subjects = ImmutableMap.builder();
      byVariable.forEach((v, f) -> subjects.put(v, new Subject(v, ImmutableList.copyOf(f))));
      return subjects.buildOrThrow();
    }

    private List<ImmutableList<Subject>> groups() {
      return Kinship.groups(file, subjects.values()).stream()
          .flatMap(group -> Kinship.ofOneOwner(group).stream())
          .map(group -> Kinship.ordered(file, subjectsOf(group)))
          .toList();
    }

    private ImmutableList<Subject> subjectsOf(Set<VarSymbol> group) {
      return group.stream().map(this::subjectOf).collect(ImmutableList.toImmutableList());
    }

    /** A variable that is only written along has no findings of its own. */
    private Subject subjectOf(VarSymbol variable) {
      return subjects.getOrDefault(variable, new Subject(variable, ImmutableList.of()));
    }

    /**
     * Guards what is left by locks: with it, if possible, whatever else of the class the same code
     * updates, so that the class does not mix both.
     */
    private void lockTogether(List<ImmutableList<Subject>> left, ImmutableList<Remedy> locks) {
      while (!left.isEmpty()) {
        ImmutableList<Subject> group = left.remove(0);
        if (group.stream().anyMatch(this::isPatched)) {
          continue;
        }
        List<ImmutableList<Subject>> kin = new ArrayList<>();
        List<ImmutableList<Subject>> all = new ArrayList<>(left);
        accepted.stream().map(Patch::subjects).filter(this::mayBeLocked).forEach(all::add);
        for (ImmutableList<Subject> other : all) {
          boolean related =
              (preference == FixFamily.MUTEX || isLocked(other))
                  ? Kinship.areOfOneClass(group, other)
                  : Kinship.areTogether(group, other);
          if (related) {
            kin.add(other);
          }
        }
        lock(group, kin, left, locks);
      }
    }

    /** What is atomic already stays so where one operation of it does. */
    private boolean mayBeLocked(ImmutableList<Subject> patched) {
      return patched.stream()
          .flatMap(subject -> subject.findings().stream())
          .map(Finding::location)
          .noneMatch(
              kind -> kind == LocationKind.ATOMIC || kind == LocationKind.CONCURRENT_CONTENT);
    }

    private boolean isLocked(ImmutableList<Subject> group) {
      return accepted.stream().anyMatch(patch -> patch.isLock() && patch.subjects().equals(group));
    }

    private void lock(
        ImmutableList<Subject> group,
        List<ImmutableList<Subject>> kin,
        List<ImmutableList<Subject>> left,
        ImmutableList<Remedy> locks) {
      ImmutableList<Subject> current = group;
      Optional<Patch> best = remedy(group, locks);
      for (ImmutableList<Subject> more : kin) {
        List<Patch> before = List.copyOf(accepted);
        accepted.removeIf(patch -> more.equals(patch.subjects()));
        ImmutableList<Subject> both =
            Kinship.ordered(
                file, ImmutableList.<Subject>builder().addAll(current).addAll(more).build());
        Optional<Patch> together = remedy(both, locks);
        if (together.isPresent()) {
          current = both;
          best = together;
          left.remove(more);
        } else {
          accepted.clear();
          accepted.addAll(before);
        }
      }
      best.ifPresent(this::accept);
    }

    private void accept(Patch patch) {
      accepted.add(patch);
      patch.edits().reserveNames();
    }

    private Optional<Patch> remedy(ImmutableList<Subject> group, List<Remedy> remedies) {
      for (Remedy remedy : remedies) {
        if (remedy instanceof AdderField && !adders) {
          continue;
        }
        Optional<Patch> patch = attempt(remedy, group);
        if (patch.isPresent()) {
          return patch;
        }
      }
      return Optional.empty();
    }

    private ImmutableList<Remedy> preferred(ImmutableList<Subject> group) {
      return switch (preference) {
        case EXPERT -> mayHaveAnotherType(group) ? EXPERT : without(MIGRATIONS, EXPERT);
        case ATOMIC -> ATOMICS;
        case MUTEX -> ImmutableList.of();
      };
    }

    /** A test of the same package, compiled later, may look at a field that is not private. */
    private static boolean mayHaveAnotherType(ImmutableList<Subject> group) {
      return group.stream().noneMatch(subject -> Migration.isReachable(subject.variable()));
    }

    private static ImmutableList<Remedy> without(List<Remedy> some, ImmutableList<Remedy> all) {
      return all.stream()
          .filter(remedy -> !some.contains(remedy))
          .collect(ImmutableList.toImmutableList());
    }

    /** Tries what is left with the remedies that the user would rather not have. */
    private void fillIn(List<Remedy> remedies) {
      for (ImmutableList<Subject> group : groups) {
        if (group.stream().noneMatch(this::isPatched)) {
          remedy(group, remedies).ifPresent(this::accept);
        }
      }
    }

    private ImmutableList<Subject> groupOf(Subject subject) {
      return groups.stream()
          .filter(group -> group.contains(subject))
          .findFirst()
          .orElse(ImmutableList.of(subject));
    }

    private boolean isPatched(Subject subject) {
      return accepted.stream()
          .flatMap(patch -> patch.subjects().stream())
          .anyMatch(patched -> patched.variable() == subject.variable());
    }

    private Optional<Patch> attempt(Remedy remedy, ImmutableList<Subject> group) {
      try {
        Patch patch = remedy.patch(file, group);
        ImmutableList<Subject> more =
            patch.bystanders().stream()
                .map(this::subjectOf)
                .filter(subject -> !isPatched(subject))
                .flatMap(subject -> groupOf(subject).stream())
                .collect(ImmutableList.toImmutableList());
        if (!more.isEmpty()) {
          ImmutableList<Subject> both =
              Kinship.ordered(
                  file, ImmutableList.<Subject>builder().addAll(group).addAll(more).build());
          return attempt(remedy, both)
              .or(
                  () ->
                      // What a new lock would come beside may have one, which does for both.
                      remedy instanceof NewLock
                          ? attempt(new ExistingLock(), both)
                          : Optional.empty());
        }
        boolean free =
            !patch.edits().isTangled()
                && accepted.stream().noneMatch(p -> p.edits().collidesWith(patch.edits()));
        return free ? Optional.of(patch) : Optional.empty();
      } catch (RuntimeException | AssertionError refusal) {
        // Mostly a Refusal; a failure of ours costs the fix, never the build.
        return Optional.empty();
      }
    }
  }
}
