package dev.interlock.report;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.Witness;
import dev.interlock.util.SourceCode;
import java.util.Optional;
import java.util.Set;

/** Says in one line what is lost and why. */
final class Headline {
  private static final int WIDTH = 120;

  private final Finding finding;
  private final Subject subject;
  private final boolean brief;
  private final ClassSymbol type;

  private Headline(Finding finding, Subject subject, boolean brief) {
    this.finding = finding;
    this.subject = subject;
    this.brief = brief;
    this.type = finding.body().enclosingClass();
  }

  /** Returns the headline, in as many words as fit into a line. */
  static String of(Finding finding, Subject subject) {
    Subject variable =
        finding
            .write()
            .location()
            .variable()
            .map(symbol -> subject.named(symbol.getSimpleName().toString()))
            .orElse(subject);
    String text = new Headline(finding, subject, false).text();
    if (text.length() > WIDTH) {
      text = new Headline(finding, subject, true).text();
    }
    if (text.length() > WIDTH) {
      text = new Headline(finding, variable, true).text();
    }
    return SourceCode.shorten(text, WIDTH);
  }

  private String text() {
    return switch (finding.kind()) {
      case UNSAFE_READ_MODIFY_WRITE -> readModifyWrite();
      case ATOMIC_GET_THEN_SET ->
          "'%s' is atomic, but %s are two steps%s; %s"
              .formatted(subject.name(), twoCalls(), called(), outcome());
      case NON_ATOMIC_CHECK_THEN_ACT -> checkThenAct();
      case UNGUARDED_COLLECTION_MUTATION -> mutation();
      case INCONSISTENT_LOCKING -> locking();
      case SPLIT_CRITICAL_SECTION -> split();
    };
  }

  private String readModifyWrite() {
    return "'%s' is %sread and written back in two steps%s; %s"
        .formatted(subject.name(), declaration(), concurrently(), lost());
  }

  private String declaration() {
    return finding.location() == LocationKind.VOLATILE ? "volatile, but " : "";
  }

  private String checkThenAct() {
    if (Form.of(finding) == Form.PUBLISHES) {
      return "'%s' is checked without the lock, but is not volatile; %s"
          .formatted(
              subject.name(),
              brief ? "it may be half made" : "a thread can see an object that is half made");
    }
    if (finding.location() == LocationKind.CONCURRENT_CONTENT) {
      return "'%s' is thread-safe, but %s are two steps%s; %s"
          .formatted(subject.name(), twoCalls(), called(), outcome());
    }
    return "'%s' is %schecked and then changed in two steps%s; %s"
        .formatted(subject.name(), declaration(), concurrently(), outcome());
  }

  private String outcome() {
    Form form = Form.of(finding);
    if (form == Form.NUMBERS) {
      return brief ? "numbers are given twice" : "two threads can be given the same number";
    }
    if (form != Form.DECIDES) {
      return lost();
    }
    return brief ? "both can pass the check" : "two threads can pass the check";
  }

  private String mutation() {
    String what =
        subject.typeName().isEmpty() ? "" : ", a " + subject.typeName() + reordered(" that") + ",";
    return "'%s'%s is %schanged%s; %s"
        .formatted(
            subject.name(),
            what,
            isByLocks() ? "" : "not thread-safe, but ",
            concurrently(),
            lost());
  }

  /** Says of a map in the order of access that who looks changes it, which few expect. */
  private String reordered(String relative) {
    Access access = finding.write().access();
    return access.isRead()
        ? access
            .method()
            .map(look -> "%s %s() reorders".formatted(relative, look.getSimpleName()))
            .orElse("")
        : "";
  }

  private boolean isByLocks() {
    return finding.witness() == Witness.LOCKING || finding.witness() == Witness.SECTION;
  }

  private String lost() {
    return brief ? "updates are lost" : "concurrent updates are lost";
  }

  private String called() {
    return concurrently().startsWith(" by") ? ", called" + concurrently() : concurrently();
  }

  /** Returns who collides, as far as the analysis knows it. */
  private String concurrently() {
    if (isByLocks()) {
      return " " + withoutLock();
    }
    Optional<Access> other = Interleaving.otherWrite(finding);
    if (other.isPresent() && other.get().body() != finding.body()) {
      return " while %s changes it".formatted(CodeNames.ofBody(other.get().body(), type));
    }
    if (finding.run().isTask()) {
      return brief ? " by parallel tasks" : " by tasks that run in parallel";
    }
    return finding.witness() != Witness.DECLARATION
        ? " by concurrent calls of " + CodeNames.ofBody(finding.run().top(), type)
        : "";
  }

  private String locking() {
    ImmutableSet<HeldLock> held = finding.run().locks();
    String here = locks(held);
    String there = otherLocks();
    String how;
    if (held.isEmpty()) {
      how = withoutLock();
    } else if (held.stream().noneMatch(HeldLock::isExclusive)) {
      how =
          held.stream().anyMatch(HeldLock::isPermit)
              ? "under a permit of %s, which has several".formatted(here)
              : "under the read lock %s, which many threads can hold".formatted(here);
    } else if (finding.other().isEmpty() || here.equals(there)) {
      how = "under %s, but not every thread locks the same object".formatted(here);
    } else {
      how =
          there.isEmpty()
              ? "under %s here, but without a lock elsewhere".formatted(here)
              : "under %s here, but under %s elsewhere".formatted(here, there);
    }
    String what = Form.of(finding) == Form.OVERWRITES ? "overwritten" : "updated";
    String reordered = reordered(", which");
    String subjectOfAll = subject.name() + "'" + (reordered.isEmpty() ? "" : reordered + ",");
    return "'%s is %s %s; %s".formatted(subjectOfAll, what, how, lost());
  }

  private String withoutLock() {
    String others =
        finding.witness() == Witness.SECTION ? "another access holds" : "its other accesses hold";
    return otherLocks().isEmpty()
        ? "without the lock that " + others
        : "without %s, which %s".formatted(otherLocks(), others);
  }

  private String otherLocks() {
    return finding.other().map(other -> locks(other.locks())).orElse("");
  }

  private static String locks(Set<HeldLock> locks) {
    return locks.isEmpty() ? "" : "'" + String.join("' and '", CodeNames.ofLocks(locks)) + "'";
  }

  private String split() {
    if (Form.of(finding) == Form.PAIRS) {
      return pair();
    }
    if (Form.of(finding) == Form.WAITS) {
      return "'%s' is checked before a wait and not again after it; two threads can go on"
          .formatted(subject.name());
    }
    return "'%s' is read under '%s', but the lock is given up %s the write; %s"
        .formatted(
            subject.name(),
            splitLock().orElse("a lock"),
            isReadLast() ? "after" : "before",
            outcome());
  }

  private boolean isReadLast() {
    return finding.read().filter(read -> Interleaving.isLast(read, finding)).isPresent();
  }

  private String pair() {
    String first = Subject.nameOf(finding.read().orElseThrow(), finding);
    return finding.write().locks().isEmpty()
        ? "'%s' and '%s' are changed in two steps%s; others see them disagree"
            .formatted(first, subject.name(), concurrently())
        : "'%s' and '%s' are changed under %s; others see them disagree"
            .formatted(first, subject.name(), lockOfPair());
  }

  private String lockOfPair() {
    return splitLock()
        .map("'%s', but it is given up in between"::formatted)
        .orElse("two locks, one after the other");
  }

  /** Returns the lock that both steps hold, each for itself. */
  private Optional<String> splitLock() {
    Set<HeldLock> write = all(finding.write());
    Set<HeldLock> read = finding.read().map(Headline::all).orElse(ImmutableSet.of());
    for (HeldLock lock : write) {
      Set<AccessPath> paths = lock.paths();
      if (read.stream().anyMatch(other -> !Sets.intersection(paths, other.paths()).isEmpty())) {
        return Optional.of(CodeNames.ofLocks(ImmutableSet.of(lock)).get(0));
      }
    }
    return Optional.empty();
  }

  private static Set<HeldLock> all(Effect effect) {
    return Sets.union(effect.locks(), effect.innerLocks());
  }

  private String twoCalls() {
    Optional<String> read = finding.read().flatMap(effect -> methodOf(effect));
    String write = methodOf(finding.write()).orElse("the write");
    return read.map(r -> r.equals(write) ? "two calls of " + r : r + " and " + write)
        .orElse("the check and " + write);
  }

  private static Optional<String> methodOf(Effect effect) {
    return effect
        .via()
        .filter(call -> call.model().isEmpty())
        .map(Call::method)
        .or(effect.access()::method)
        .map(method -> method.getSimpleName() + "()");
  }
}
