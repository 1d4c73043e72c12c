package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.config.FixFamily;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  static FilePlan of(SourceFile file, ImmutableList<Finding> findings, FixFamily preference) {
    return new Planner(file, preference).plan(findings);
  }

  /** Groups the variables of a file and finds a remedy for each group. */
  private static final class Planner {
    private static final ImmutableList<Remedy> ATOMICS =
        ImmutableList.of(new AtomicOperation(), new AtomicField(), new ConcurrentCollection());

    /** Where a lock is in use already, one more way to be safe would only confuse. */
    private static final ImmutableList<Remedy> EXPERT =
        ImmutableList.of(
            new AtomicOperation(),
            new ExistingLock(),
            new AtomicField(),
            new ConcurrentCollection());

    private static final ImmutableList<Remedy> LOCKS =
        ImmutableList.of(new MergedCriticalSections(), new ExistingLock(), new NewLock());

    private final SourceFile file;
    private final FixFamily preference;
    private final List<Patch> accepted = new ArrayList<>();

    Planner(SourceFile file, FixFamily preference) {
      this.file = file;
      this.preference = preference;
    }

    FilePlan plan(ImmutableList<Finding> findings) {
      ImmutableMap<VarSymbol, Subject> subjects = subjects(findings);
      List<ImmutableList<Subject>> left = new ArrayList<>();
      for (ImmutableList<Subject> group : groups(subjects)) {
        Optional<Patch> patch = remedy(group, preferred());
        if (patch.isPresent() && !patch.get().isLock()) {
          accept(patch.get());
        } else {
          left.add(group);
        }
      }
      lockTogether(left);
      if (preference == FixFamily.MUTEX) {
        fillIn(subjects.values(), ATOMICS);
      }
      Map<Finding, Patch> byFinding = new IdentityHashMap<>();
      for (Patch patch : accepted) {
        patch.subjects().forEach(s -> s.findings().forEach(f -> byFinding.put(f, patch)));
      }
      return new FilePlan(byFinding);
    }

    private ImmutableMap<VarSymbol, Subject> subjects(ImmutableList<Finding> findings) {
      Map<VarSymbol, List<Finding>> byVariable = new LinkedHashMap<>();
      for (Finding finding : findings) {
        Subject.variableOf(finding, file)
            .ifPresent(v -> byVariable.computeIfAbsent(v, k -> new ArrayList<>()).add(finding));
      }
      ImmutableMap.Builder<VarSymbol, Subject> subjects = ImmutableMap.builder();
      byVariable.forEach((v, f) -> subjects.put(v, new Subject(v, ImmutableList.copyOf(f))));
      return subjects.buildOrThrow();
    }

    /**
     * Variables belong together if one is written from what another held, or if one decision writes
     * both.
     */
    private List<ImmutableList<Subject>> groups(ImmutableMap<VarSymbol, Subject> subjects) {
      Map<VarSymbol, Set<VarSymbol>> together = new LinkedHashMap<>();
      subjects.keySet().forEach(v -> together.put(v, new LinkedHashSet<>(Set.of(v))));
      for (Subject subject : subjects.values()) {
        for (VarSymbol other : sources(subject)) {
          if (subjects.containsKey(other)) {
            join(together, subject.variable(), other);
          }
        }
        Set<VarSymbol> alongside =
            Sets.union(
                Kinship.writtenWith(file, subject, subjects.keySet()), Kinship.readWith(subject));
        for (VarSymbol other : alongside) {
          together.putIfAbsent(other, new LinkedHashSet<>(Set.of(other)));
          join(together, subject.variable(), other);
        }
      }
      return together.values().stream()
          .distinct()
          .map(group -> Kinship.ordered(file, subjectsOf(group, subjects)))
          .toList();
    }

    /** A variable that is only written along has no findings of its own. */
    private static ImmutableList<Subject> subjectsOf(
        Set<VarSymbol> group, ImmutableMap<VarSymbol, Subject> subjects) {
      return group.stream()
          .map(v -> subjects.getOrDefault(v, new Subject(v, ImmutableList.of())))
          .collect(ImmutableList.toImmutableList());
    }

    private Set<VarSymbol> sources(Subject subject) {
      Set<VarSymbol> sources = new LinkedHashSet<>();
      for (Finding finding : subject.findings()) {
        for (Effect read : finding.write().data().reads()) {
          read.access().location().variable().ifPresent(sources::add);
        }
      }
      return sources;
    }

    private static void join(Map<VarSymbol, Set<VarSymbol>> together, VarSymbol a, VarSymbol b) {
      Set<VarSymbol> one = java.util.Objects.requireNonNull(together.get(a));
      Set<VarSymbol> other = java.util.Objects.requireNonNull(together.get(b));
      if (one != other) {
        one.addAll(other);
        other.forEach(v -> together.put(v, one));
      }
    }

    /**
     * Guards what is left by locks: with it, if possible, whatever else of the class the same code
     * updates, so that the class does not mix both.
     */
    private void lockTogether(List<ImmutableList<Subject>> left) {
      while (!left.isEmpty()) {
        ImmutableList<Subject> group = left.remove(0);
        List<ImmutableList<Subject>> kin = new ArrayList<>();
        List<ImmutableList<Subject>> all = new ArrayList<>(left);
        accepted.forEach(patch -> all.add(patch.subjects()));
        for (ImmutableList<Subject> other : all) {
          boolean related =
              (preference == FixFamily.MUTEX || isLocked(other))
                  ? Kinship.areOfOneClass(group, other)
                  : Kinship.areTogether(group, other);
          if (related) {
            kin.add(other);
          }
        }
        lock(group, kin, left);
      }
    }

    private boolean isLocked(ImmutableList<Subject> group) {
      return accepted.stream().anyMatch(patch -> patch.isLock() && patch.subjects().equals(group));
    }

    private void lock(
        ImmutableList<Subject> group,
        List<ImmutableList<Subject>> kin,
        List<ImmutableList<Subject>> left) {
      ImmutableList<Subject> current = group;
      Optional<Patch> best = remedy(group, LOCKS);
      for (ImmutableList<Subject> more : kin) {
        List<Patch> before = List.copyOf(accepted);
        accepted.removeIf(patch -> more.equals(patch.subjects()));
        ImmutableList<Subject> both =
            Kinship.ordered(
                file, ImmutableList.<Subject>builder().addAll(current).addAll(more).build());
        Optional<Patch> together = remedy(both, LOCKS);
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
        Optional<Patch> patch = attempt(remedy, group);
        if (patch.isPresent()) {
          return patch;
        }
      }
      return Optional.empty();
    }

    private ImmutableList<Remedy> preferred() {
      return switch (preference) {
        case EXPERT -> EXPERT;
        case ATOMIC -> ATOMICS;
        case MUTEX -> ImmutableList.of();
      };
    }

    /** Tries what is left with the remedies that the user would rather not have. */
    private void fillIn(Iterable<Subject> subjects, List<Remedy> remedies) {
      for (Subject subject : subjects) {
        if (accepted.stream().noneMatch(patch -> patch.subjects().contains(subject))) {
          remedy(ImmutableList.of(subject), remedies).ifPresent(this::accept);
        }
      }
    }

    private Optional<Patch> attempt(Remedy remedy, ImmutableList<Subject> group) {
      try {
        Patch patch = remedy.patch(file, group);
        boolean free =
            !patch.edits().isTangled()
                && accepted.stream().noneMatch(p -> p.edits().collidesWith(patch.edits()));
        return free ? Optional.of(patch) : Optional.empty();
      } catch (RuntimeException refusal) {
        // Mostly a Refusal; a failure of ours costs the fix, never the build.
        return Optional.empty();
      }
    }
  }
}
