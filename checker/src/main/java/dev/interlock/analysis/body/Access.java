package dev.interlock.analysis.body;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import java.util.Optional;

/** One access of one memory location. Compared by identity: two accesses written alike are two. */
public final class Access {

  /** What an access does to its location. */
  public enum Kind {
    READ,
    WRITE,
    /** Reads and writes in one step of a library call. */
    UPDATE
  }

  private final Body body;
  private final AccessPath location;
  private final Kind kind;
  private final Value written;
  private final Point point;
  private final Optional<Call> through;
  private final boolean conditional;

  Access(
      Body body,
      AccessPath location,
      Kind kind,
      Value written,
      Point point,
      Optional<Call> through,
      boolean conditional) {
    this.body = body;
    this.location = location;
    this.kind = kind;
    this.written = written;
    this.point = point;
    this.through = through;
    this.conditional = conditional;
  }

  /** Returns the body that makes the access. */
  public Body body() {
    return body;
  }

  /** Returns the location in terms of the body. */
  public AccessPath location() {
    return location;
  }

  public Kind kind() {
    return kind;
  }

  /** Returns the value written, {@link Value#UNKNOWN} for a read. */
  public Value written() {
    return written;
  }

  public Point point() {
    return point;
  }

  /** Returns the library call that makes the access, if it is not a plain variable access. */
  public Optional<Call> through() {
    return through;
  }

  /** Returns the library method that makes the access. */
  public Optional<MethodSymbol> method() {
    return through.map(Call::method);
  }

  /** Returns whether the update happens only if an expected value is still there. */
  public boolean isConditional() {
    return conditional;
  }

  public boolean isRead() {
    return kind == Kind.READ;
  }

  /** Returns whether the access changes the location. */
  public boolean isWrite() {
    return kind != Kind.READ;
  }
}
