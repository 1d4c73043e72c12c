package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.Drain;
import dev.interlock.analysis.compound.CompoundOperation.Numbering;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import java.util.Optional;

/**
 * One operation on trial, with what is known of it.
 *
 * @param kind what sort of memory it updates
 * @param contexts the ways in which it comes about, those left out that no other thread can see
 * @param phased whether threads meet at barriers around the operation, which may order it after
 *     others
 */
record Trial(
    CompoundOperation operation,
    LocationKind kind,
    ImmutableList<Context> contexts,
    boolean phased) {

  Body body() {
    return operation.body();
  }

  Effect write() {
    return operation.write();
  }

  /** Returns the read that the write depends on, if there is one. */
  Optional<Effect> read() {
    if (operation instanceof ReadModifyWrite update) {
      return Optional.of(update.read());
    }
    if (operation instanceof Drain drain) {
      return Optional.of(drain.read());
    }
    if (operation instanceof Numbering numbering) {
      return Optional.of(numbering.read());
    }
    return operation instanceof CheckThenAct act ? Optional.of(act.read()) : Optional.empty();
  }

  /** Returns the variable that is updated, or that holds the container which is. */
  Optional<VarSymbol> variable() {
    return CompilationIndex.variableOf(write().access());
  }

  /** Returns the kind of loss where the operation comes about in {@code context}. */
  FindingKind kindIn(Context context) {
    if (isSplit()) {
      return FindingKind.SPLIT_CRITICAL_SECTION;
    }
    if ((!operation.throughout().isEmpty() || isLockedByCallers(context))
        && !context.locks().stream().allMatch(LockingEvidence::isClaim)) {
      return FindingKind.INCONSISTENT_LOCKING;
    }
    if (kind != LocationKind.CONCURRENT_CONTENT
        && read().filter(read -> SplitSections.isSplit(read, write())).isPresent()) {
      return FindingKind.SPLIT_CRITICAL_SECTION;
    }
    return switch (kind) {
      case ATOMIC -> FindingKind.ATOMIC_GET_THEN_SET;
      case CONCURRENT_CONTENT -> FindingKind.NON_ATOMIC_CHECK_THEN_ACT;
      case UNSAFE_CONTENT -> FindingKind.UNGUARDED_COLLECTION_MUTATION;
      default ->
          operation instanceof CheckThenAct
              ? FindingKind.NON_ATOMIC_CHECK_THEN_ACT
              : FindingKind.UNSAFE_READ_MODIFY_WRITE;
    };
  }

  /** What a private method does is in one section with what its callers do under their locks. */
  private boolean isLockedByCallers(Context context) {
    return !context.locks().isEmpty()
        && write().locks().isEmpty()
        && read().filter(read -> !read.locks().isEmpty()).isEmpty()
        && body().method().filter(m -> (m.flags() & Flags.PRIVATE) != 0).isPresent();
  }

  /** Returns whether the lock of the variable is given up on the way. */
  private boolean isSplit() {
    return kind != LocationKind.CONCURRENT_CONTENT
        && operation.throughout().isEmpty()
        && read().filter(read -> SplitSections.isSplit(read, write())).isPresent();
  }

  /** Returns the finding of threads that collide in the operation itself. */
  Finding alone(FindingKind findingKind, Witness witness, Context here) {
    return finding(findingKind, witness, here, Optional.empty(), Optional.empty());
  }

  /** Returns the finding of a thread that collides with another one's access. */
  Finding against(
      Access conflicting, Context there, FindingKind findingKind, Witness witness, Context here) {
    return finding(findingKind, witness, here, Optional.of(there), Optional.of(conflicting));
  }

  private Finding finding(
      FindingKind findingKind,
      Witness witness,
      Context here,
      Optional<Context> there,
      Optional<Access> conflicting) {
    return new Finding(
        findingKind,
        write().at().tree(),
        body(),
        read(),
        write(),
        kind,
        witness,
        here,
        there,
        conflicting,
        there.map(Context::locks).orElse(ImmutableSet.of()));
  }
}
