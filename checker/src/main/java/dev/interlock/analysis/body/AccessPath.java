package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.List;
import java.util.Optional;

/**
 * A name for a memory location or an object in terms of one body: a root and the fields, elements
 * and contents that lead on from it.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Alias_analysis">access paths in alias analysis</a>
 */
public final class AccessPath {

  /** Longer paths are cut off: nothing is known of what they lead to. */
  private static final int MAX_SELECTORS = 6;

  /** The object that the body runs on. */
  public static final AccessPath THIS = of(new Root.This());

  private final Root root;
  private final ImmutableList<Selector> selectors;

  /** Kept, because paths are keys of most of what later stages remember. */
  private final int hash;

  public AccessPath(Root root, ImmutableList<Selector> selectors) {
    this.root = root;
    this.selectors = selectors;
    this.hash = 31 * root.hashCode() + selectors.hashCode();
  }

  public Root root() {
    return root;
  }

  public ImmutableList<Selector> selectors() {
    return selectors;
  }

  /** Returns the path that is just a root. */
  public static AccessPath of(Root root) {
    return new AccessPath(root, ImmutableList.of());
  }

  /** Returns the path of a static field. */
  public static AccessPath ofStatic(VarSymbol field) {
    return new AccessPath(new Root.Statics(), ImmutableList.of(new Selector.Field(field)));
  }

  /** Returns this path, one step longer; empty if it grows too long to follow. */
  public Optional<AccessPath> then(Selector next) {
    if (selectors.size() >= MAX_SELECTORS) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessPath(
            root,
            selectors.isEmpty()
                ? ImmutableList.of(next)
                : ImmutableList.<Selector>builderWithExpectedSize(selectors.size() + 1)
                    .addAll(selectors)
                    .add(next)
                    .build()));
  }

  /** Returns this path followed by all of {@code rest}; empty if it grows too long to follow. */
  public Optional<AccessPath> thenAll(ImmutableList<Selector> rest) {
    if (rest.isEmpty()) {
      return Optional.of(this);
    }
    if (selectors.size() + rest.size() > MAX_SELECTORS) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessPath(
            root,
            selectors.isEmpty()
                ? rest
                : ImmutableList.<Selector>builderWithExpectedSize(selectors.size() + rest.size())
                    .addAll(selectors)
                    .addAll(rest)
                    .build()));
  }

  /** Returns the path of the object or array that holds the location. */
  public AccessPath owner() {
    return selectors.isEmpty()
        ? this
        : new AccessPath(root, selectors.subList(0, selectors.size() - 1));
  }

  /** Returns the object of which the path names a variable, or what is inside of a variable. */
  public AccessPath object() {
    AccessPath variable = this;
    while (!(variable.selectors.isEmpty()
        || Iterables.getLast(variable.selectors) instanceof Selector.Field)) {
      variable = variable.owner();
    }
    return variable.owner();
  }

  /** Returns the last step, unless the path is just a root. */
  public Optional<Selector> last() {
    return selectors.isEmpty() ? Optional.empty() : Optional.of(Iterables.getLast(selectors));
  }

  /** Returns whether the path leads from no object but from a static field. */
  public boolean isStatic() {
    return root instanceof Root.Statics;
  }

  /** Returns whether this path leads on from the object that {@code prefix} names. */
  public boolean startsWith(AccessPath prefix) {
    if (selectors.size() < prefix.selectors.size() || !root.equals(prefix.root)) {
      return false;
    }
    for (int i = 0; i < prefix.selectors.size(); i++) {
      if (!selectors.get(i).equals(prefix.selectors.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns how many steps both paths have in common from a common root; 0 without one. */
  public int commonSteps(AccessPath other) {
    if (!root.equals(other.root)) {
      return 0;
    }
    int most = Math.min(selectors.size(), other.selectors.size());
    int common = 0;
    while (common < most && selectors.get(common).equals(other.selectors.get(common))) {
      common++;
    }
    return common;
  }

  /** Returns this path as it reads in the code of {@code object}, which it leads on from. */
  public AccessPath seenFrom(AccessPath object) {
    return new AccessPath(THIS.root, selectors.subList(object.selectors.size(), selectors.size()));
  }

  /**
   * Returns what is equal for two paths that differ at most in the names of the variables that
   * select elements: {@code locks[i % 8]} and {@code locks[id % 8]}.
   */
  public Object shape() {
    return List.of(root, selectors.stream().map(AccessPath::shape).toList());
  }

  private static Object shape(Selector selector) {
    if (selector instanceof Selector.Element element) {
      return element.index().shape();
    }
    return selector instanceof Selector.Content content ? content.index().shape() : selector;
  }

  /** Returns the enclosing instance of {@code type} of the object that this path names. */
  public Optional<AccessPath> outer(ClassSymbol type) {
    return then(new Selector.Outer(type));
  }

  /**
   * Returns the variable that names the location best: the last field, or else the root variable.
   */
  public Optional<VarSymbol> variable() {
    for (int i = selectors.size() - 1; i >= 0; i--) {
      if (selectors.get(i) instanceof Selector.Field field) {
        return Optional.of(field.symbol());
      }
    }
    return root instanceof Root.Variable variable
        ? Optional.of(variable.symbol())
        : Optional.empty();
  }

  @Override
  public boolean equals(Object o) {
    return this == o
        || (o instanceof AccessPath path
            && hash == path.hash
            && root.equals(path.root)
            && selectors.equals(path.selectors));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return root + "" + selectors;
  }
}
