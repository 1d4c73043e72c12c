package dev.interlock.report;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.verdict.Finding;

/** Says what to do about a finding: what an expert would choose for this kind and this type. */
final class Advice {
  private final Finding finding;
  private final Subject subject;

  Advice(Finding finding, Subject subject) {
    this.finding = finding;
    this.subject = subject;
  }

  String text() {
    return switch (finding.kind()) {
      case UNSAFE_READ_MODIFY_WRITE -> variable(operation());
      case ATOMIC_GET_THEN_SET -> atomic();
      case NON_ATOMIC_CHECK_THEN_ACT -> checkThenAct();
      case UNGUARDED_COLLECTION_MUTATION -> container();
      case INCONSISTENT_LOCKING -> sameLock();
      case SPLIT_CRITICAL_SECTION -> oneSection();
    };
  }

  private String variable(String operation) {
    if (finding.losesContent()) {
      return ("Hold one lock around all code that uses '%s', or keep the object and take out what is"
              + " in it: others still add to the old one.")
          .formatted(subject.name());
    }
    return atomicType().isEmpty()
        ? "Hold one lock around all code that uses '%s'.".formatted(subject.name())
        : "Make '%s' an %s and use %s, or hold one lock around all code that uses it."
            .formatted(subject.name(), atomicType(), operation);
  }

  private String atomicType() {
    boolean element =
        finding.write().access().location().last().orElse(null) instanceof Selector.Element;
    String array = element ? "Array" : "";
    if (subject.isNumber("int", "Integer")
        || subject.isNumber("short", "Short")
        || subject.isNumber("byte", "Byte")
        || subject.isNumber("char", "Character")) {
      return "AtomicInteger" + array;
    }
    if (subject.isNumber("long", "Long")) {
      return "AtomicLong" + array;
    }
    if (subject.isNumber("boolean", "Boolean")) {
      return element ? "" : "AtomicBoolean";
    }
    return subject.isNumber("double", "Double")
            || subject.isNumber("float", "Float")
            || subject.typeName().isEmpty()
        ? ""
        : "AtomicReference" + array;
  }

  /** Returns the one call that does what the code does in two steps. */
  private String operation() {
    Tree tree = finding.write().access().point().tree();
    if (tree instanceof UnaryTree unary) {
      return switch (unary.getKind()) {
        case POSTFIX_DECREMENT, PREFIX_DECREMENT -> "decrementAndGet()";
        default -> "incrementAndGet()";
      };
    }
    if (tree instanceof CompoundAssignmentTree
        && (tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT
            || tree.getKind() == Tree.Kind.MINUS_ASSIGNMENT)
        && !atomicType().startsWith("AtomicReference")) {
      return "addAndGet()";
    }
    return atomicType().equals("AtomicBoolean") ? "compareAndSet()" : "updateAndGet()";
  }

  private String atomic() {
    if (subject.isA("java.util.concurrent.atomic.AtomicBoolean")) {
      return "Use compareAndSet() and go by its result.";
    }
    if (subject.isA("java.util.concurrent.atomic.Striped64")) {
      return "Use sumThenReset(), or an atomic variable and getAndSet().";
    }
    if (Form.of(finding) == Form.NUMBERS) {
      return "Take the number from the call that counts, such as incrementAndGet(): no other thread"
          + " is given the same.";
    }
    return Form.of(finding) == Form.DECIDES
        ? "Check and change in one call: updateAndGet() with the check inside, or compareAndSet()"
            + " in a loop."
        : "Read and write in one call: updateAndGet(), accumulateAndGet(), or compareAndSet() in a"
            + " loop.";
  }

  private String checkThenAct() {
    if (Form.of(finding) == Form.PUBLISHES) {
      return "Make '%s' volatile, or look at it under the lock alone.".formatted(subject.name());
    }
    if (finding.location() != LocationKind.CONCURRENT_CONTENT) {
      return variable(atomicType().equals("AtomicBoolean") ? "compareAndSet()" : "updateAndGet()");
    }
    if (Form.of(finding) == Form.NUMBERS) {
      return "Hold one lock around both steps, or number with an atomic variable.";
    }
    if (isByIterator()) {
      return "Hold the monitor of '%s' as long as it is iterated over, or use removeIf()."
          .formatted(subject.name());
    }
    if (subject.isA("java.util.Map")) {
      return "Use one operation of the map, %s, or hold one lock around both steps."
          .formatted(mapOperation());
    }
    if (subject.isA("java.util.Queue")) {
      return "Call poll() or offer() alone and go by its result, or hold one lock around both"
          + " steps.";
    }
    if (subject.isA("java.util.Set")) {
      return "Call add() or remove() alone and go by its result, or hold one lock around both"
          + " steps.";
    }
    return "Look and change in one atomic operation and go by its result, or hold one lock around"
        + " both steps.";
  }

  private boolean isByIterator() {
    return finding
        .write()
        .access()
        .method()
        .map(method -> method.enclClass().getQualifiedName().toString())
        .filter(type -> type.equals("java.util.Iterator") || type.equals("java.util.ListIterator"))
        .isPresent();
  }

  private String mapOperation() {
    if (Form.of(finding) != Form.DECIDES) {
      return "merge() or compute()";
    }
    boolean removes =
        finding
            .write()
            .access()
            .method()
            .filter(method -> method.getSimpleName().contentEquals("remove"))
            .isPresent();
    return removes
        ? "remove(key, value) or computeIfPresent()"
        : "putIfAbsent() or computeIfAbsent(), and go by its result";
  }

  private String oneSection() {
    if (Form.of(finding) == Form.WAITS) {
      return "Wait in a loop: who wakes up looks again, and waits again if it has to.";
    }
    if (Form.of(finding) != Form.PAIRS) {
      return "Hold the lock from the read to the write, or read '%s' anew before writing it."
          .formatted(subject.name());
    }
    return finding.write().locks().isEmpty()
        ? "Change both under one lock that their readers hold too, or keep both in one immutable"
            + " value."
        : "Change both in one critical section; do what need not be locked before it or after it.";
  }

  private String sameLock() {
    ImmutableSet<HeldLock> held = finding.run().locks();
    if (held.isEmpty()) {
      return "Hold the same lock here as the other accesses of '%s' do.".formatted(subject.name());
    }
    if (held.stream().anyMatch(HeldLock::isPermit)) {
      return "Hold a lock here as well, or a permit of a semaphore that has but one.";
    }
    return held.stream().noneMatch(HeldLock::isExclusive)
        ? "Take the write lock here: a read lock does not keep other readers out."
        : "Lock one object that all who use '%s' share: a lock belongs to what it guards."
            .formatted(subject.name());
  }

  private String container() {
    String other = replacement();
    return other.isEmpty()
        ? "Hold one lock around all code that uses '%s'.".formatted(subject.name())
        : "Use %s, or hold one lock around all code that uses '%s'."
            .formatted(other, subject.name());
  }

  private String replacement() {
    if (subject.isA("java.util.SortedMap")) {
      return "a ConcurrentSkipListMap and its merge(), compute() or putIfAbsent()";
    }
    if (subject.isA("java.util.Map")) {
      return "a ConcurrentHashMap and its merge(), compute() or putIfAbsent()";
    }
    if (subject.isA("java.util.SortedSet")) {
      return "a ConcurrentSkipListSet";
    }
    if (subject.isA("java.util.Set")) {
      return "ConcurrentHashMap.newKeySet()";
    }
    if (subject.isA("java.util.PriorityQueue")) {
      return "a PriorityBlockingQueue";
    }
    if (subject.isA("java.util.Deque")) {
      return "a ConcurrentLinkedDeque";
    }
    if (subject.isA("java.util.Queue")) {
      return "a ConcurrentLinkedQueue";
    }
    if (subject.isA("java.util.Collection")) {
      return "a ConcurrentLinkedQueue or Collections.synchronizedList()";
    }
    return subject.isA("java.text.Format") ? "a DateTimeFormatter" : "";
  }
}
