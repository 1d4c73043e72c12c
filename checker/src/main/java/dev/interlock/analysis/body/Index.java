package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import java.util.regex.Pattern;

/**
 * Which element of an array or container is meant. Two indices are equal if they are written alike;
 * whether two runs use different elements follows from where the value comes from.
 */
public final class Index {

  /** All elements at once, or one that is not named. */
  public static final Index WHOLE = new Index("*", Value.UNKNOWN);

  /** An element, whichever it is, that other containers of the same kind may hold as well. */
  public static final Index COMMON = new Index("common", Value.UNKNOWN);

  /** Numbers, characters, strings, and names of constants. */
  private static final Pattern CONSTANT =
      Pattern.compile("\\d+|'.*'|\"[^\"]*\"|([A-Za-z_$0-9]+\\.)*[A-Z][A-Z_$0-9]*");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z_$0-9.]*");

  private static final String EACH = "each";

  private final String text;
  private final Value value;

  Index(String text, Value value) {
    this.text = text;
    this.value = value;
  }

  /** Returns how an expression that selects an element is written. */
  static String textOf(ExpressionTree expression) {
    return expression instanceof IdentifierTree variable
        ? variable.getName().toString()
        : expression.toString();
  }

  /** Returns the index that is another element in every turn of {@code loop}. */
  public static Index each(Tree loop) {
    return new Index(EACH, Value.computedFrom(ImmutableSet.of(new Dependency.OnLoop(loop, false))));
  }

  /** Returns whether this index is the turn of a loop over all elements. */
  public boolean isEach() {
    return text.equals(EACH);
  }

  /** Returns this index, its value put into other terms. */
  public Index at(Value otherValue) {
    return new Index(text, otherValue);
  }

  /** Returns the value that selects the element. */
  public Value value() {
    return value;
  }

  /** Returns what the selecting value was computed from. */
  public ImmutableSet<Dependency> origin() {
    return value.dependencies();
  }

  /** Returns how the index is written, whatever its variables are called. */
  public String shape() {
    return NAME.matcher(text).replaceAll("_");
  }

  /** Returns whether this index selects another element than {@code other}, whenever they do. */
  public boolean isOtherConstant(Index other) {
    return isConstant() && other.isConstant() && !text.equals(other.text);
  }

  private boolean isConstant() {
    return !equals(WHOLE) && value.dependencies().isEmpty() && CONSTANT.matcher(text).matches();
  }

  /** Returns whether the code asks for one element by a value that is not always the same. */
  public boolean isChosen() {
    return !equals(WHOLE)
        && !equals(COMMON)
        && !text.equals(EACH)
        && !CONSTANT.matcher(text).matches();
  }

  /** Returns whether an access of this index may touch an element that {@code other} names. */
  public boolean overlaps(Index other) {
    return equals(WHOLE) || other.equals(WHOLE) || equals(COMMON) || equals(other);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Index index && text.equals(index.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
