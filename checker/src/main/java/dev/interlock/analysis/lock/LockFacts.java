package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rest of the compilation tells about the locks that a body uses. */
public interface LockFacts {

  /**
   * Returns the lock operations that a call of a method of this compilation stands for, such as
   * {@code acquire()} of a wrapper class, in terms of the calling body.
   */
  List<LockOperation> wrapped(Call call);

  /**
   * Returns what the function does to locks that a library method calls before it returns, as in
   * {@code locks.forEach(Lock::lock)}: which locks those are is not known.
   */
  Optional<LockOperation> doneInPlace(Call call);

  /** Returns the atomic variables that methods of {@code type} enter by compare-and-set. */
  Set<AccessPath> gatesEntered(ClassSymbol type);

  /** Returns the atomic variables that methods of {@code type} set. */
  Set<AccessPath> gatesLeft(ClassSymbol type);

  /** Returns whether a field tells that some thread is busy, which others wait or leave for. */
  boolean isBusyFlag(VarSymbol field);

  /** Returns whether an access is one of a variable that is changed by atomic exchanges. */
  boolean isAtomic(Access access);

  /** Returns whether an access adds an element under a key that is missing, in one step. */
  boolean isInsertion(Access access);

  /** Returns the traits of a lock, those that its field always has included. */
  ImmutableSet<Trait> traits(Value lock);

  /** Returns the objects that a lock may be, each by the one name it has everywhere. */
  ImmutableSet<AccessPath> canonical(Value lock);
}
