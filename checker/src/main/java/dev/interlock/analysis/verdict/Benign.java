package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Point.Outcome;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundFinder;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.IgnoredInsertion;
import dev.interlock.analysis.compound.Sources;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.library.Trait;
import dev.interlock.library.TypeFlag;
import java.util.stream.Stream;

/** Races that cannot lose anything. */
final class Benign {
  private final CompilationIndex index;
  private final StatefulTypes types;
  private final DerivedEntries entries;

  Benign(CompilationIndex index) {
    this.index = index;
    this.types = new StatefulTypes(index);
    this.entries = new DerivedEntries(index);
  }

  private static final ImmutableSet<String> IMMUTABLE =
      ImmutableSet.of(
          "java.lang.String",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");

  /**
   * Returns whether an operation may race with itself and still lose nothing: the racy single check
   * of a value that comes out the same whoever computes it (Bloch, Effective Java, item 83).
   */
  boolean isBenign(CompoundOperation operation, LocationKind kind) {
    if (isMereMark(operation) || isSignal(operation) || isSpareCopy(operation)) {
      return true;
    }
    if (operation instanceof ReadModifyWrite computed) {
      return isComputedFromDefault(computed);
    }
    if (!(operation instanceof CheckThenAct check)) {
      return false;
    }
    if (kind == LocationKind.ATOMIC) {
      return setsNumber(operation)
          && comesFromObject(operation.write().data())
          && isRecomputed(operation)
          && asksWhetherSet(check);
    }
    if (kind == LocationKind.CONCURRENT_CONTENT) {
      return entries.isDerivedFromKey(check);
    }
    if (kind == LocationKind.UNSAFE_CONTENT
        || !(operation.location().last().orElse(null) instanceof Selector.Field field)) {
      return false;
    }
    return (isImmutable(field.symbol()) || isSafelyPublished(check, kind, field.symbol()))
        && isRecomputed(operation)
        && asksWhetherSet(check);
  }

  /** Returns whether the write just leaves a mark, such as {@code requested = true}. */
  boolean isMark(CompoundOperation operation) {
    Tree write = operation.write().access().point().tree();
    return operation instanceof CheckThenAct
        && write instanceof AssignmentTree assignment
        && ASTHelpers.constValue(assignment.getExpression()) instanceof Boolean;
  }

  /**
   * Returns whether a mark is just a signal: it tells the very loop that it was looked at for to
   * end, or it is set in a critical section that decides by something else, for others to go by.
   */
  private boolean isSignal(CompoundOperation operation) {
    if (!isMark(operation) || !(operation instanceof CheckThenAct check)) {
      return false;
    }
    Condition decides = operation.write().at().control();
    if (decides == null) {
      return false;
    }
    Dependency flag = new Dependency.OnRead(check.read().access());
    boolean decidedInside =
        !operation.write().locks().isEmpty()
            && operation.throughout().isEmpty()
            && decides.outcome() != Outcome.ANY
            && !decides.value().dependencies().isEmpty()
            && !decides.value().dependencies().contains(flag)
            && !decidesCalls(decides, operation);
    return decidedInside || (!isSet(operation) && endsLoop(operation.write().at(), flag));
  }

  /** Returns whether the mark is set, as by who claims something, and not taken down. */
  private static boolean isSet(CompoundOperation operation) {
    return operation.write().access().point().tree() instanceof AssignmentTree mark
        && Boolean.TRUE.equals(ASTHelpers.constValue(mark.getExpression()));
  }

  /** What is called once the mark is set would happen twice. */
  private static boolean decidesCalls(Condition decides, CompoundOperation operation) {
    Point mark = operation.write().at();
    return operation.body().calls().stream()
        .map(Call::point)
        .filter(call -> call.order() > mark.order())
        .map(Point::control)
        .anyMatch(
            control ->
                control != null
                    && control.tree() == decides.tree()
                    && control.outcome() == decides.outcome());
  }

  private static boolean endsLoop(Point mark, Dependency flag) {
    for (Condition c = mark.control(); c != null; c = c.outer()) {
      if (isLoop(c.tree(), mark) && c.value().dependencies().contains(flag)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLoop(Tree condition, Point inside) {
    for (Loop loop = inside.loop(); loop != null; loop = loop.outer()) {
      if (loop.tree() instanceof WhileLoopTree round
          && (condition == round
              || condition == round.getCondition()
              || condition == ASTHelpers.stripParentheses(round.getCondition()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether what is written never changes, and everyone who sees it through a volatile
   * variable sees all of it: an unmodifiable container, or an array that is only read.
   */
  private boolean isSafelyPublished(CheckThenAct operation, LocationKind kind, VarSymbol field) {
    if (kind != LocationKind.VOLATILE || !isOnlyValue(operation, field)) {
      return false;
    }
    boolean unmodifiable =
        operation.write().access().written().traits().contains(Trait.UNMODIFIABLE);
    boolean readOnly =
        field.type.hasTag(TypeTag.ARRAY)
            && index.accessesOf(field).stream()
                .filter(Access::isWrite)
                .allMatch(write -> write.location().last().equals(operation.location().last()));
    return unmodifiable || readOnly;
  }

  /** Whoever sets the variable to something else must not be overwritten; to clear it is fine. */
  private boolean isOnlyValue(CheckThenAct operation, VarSymbol field) {
    return index.accessesOf(field).stream()
        .filter(write -> write.isWrite() && write != operation.write().access())
        .filter(write -> write.location().last().equals(operation.location().last()))
        .filter(write -> !write.body().isInitialization())
        .allMatch(
            write ->
                write.point().tree() instanceof AssignmentTree assignment
                    && assignment.getExpression().getKind() == Tree.Kind.NULL_LITERAL);
  }

  /** Who is late with an object that has no state may use it all the same. */
  private boolean isSpareCopy(CompoundOperation operation) {
    ImmutableSet<AccessPath> late = IgnoredInsertion.usedAfter(operation.write());
    return !late.isEmpty() && late.stream().map(Benign::typeOf).noneMatch(types::hasState);
  }

  private static Type typeOf(AccessPath object) {
    return object.root() instanceof Root.Fresh fresh
        ? fresh.allocation().type()
        : ((Root.Result) object.root()).call().method().getReturnType();
  }

  /** Returns whether all that happens on the check is that the mark is left, once or twice. */
  private boolean isMereMark(CompoundOperation operation) {
    Access write = operation.write().access();
    Condition check = write.point().control();
    Body body = operation.body();
    return isMark(operation)
        && check != null
        && write.body() == body
        && body.method().filter(m -> m.getReturnType().hasTag(TypeTag.VOID)).isPresent()
        && Stream.concat(
                body.accesses().stream().filter(a -> a != write).map(Access::point),
                body.calls().stream().map(Call::point))
            .noneMatch(point -> isUnder(check.tree(), point));
  }

  private static boolean isUnder(Tree check, Point point) {
    for (Condition c = point.control(); c != null; c = c.outer()) {
      if (c.tree() == check) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the check compares with a constant that stands for "not computed yet". */
  private static boolean asksWhetherSet(CheckThenAct operation) {
    Dependency checked = new Dependency.OnRead(operation.read().access());
    boolean own = operation.read().via().isEmpty() && operation.write().via().isEmpty();
    for (Condition c = operation.write().access().point().control(); c != null; c = c.outer()) {
      ExpressionTree test =
          c.tree() instanceof ExpressionTree e ? ASTHelpers.stripParentheses(e) : null;
      if (test instanceof BinaryTree binary
          && isEquality(binary)
          && (!own || c.value().dependencies().contains(checked))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEquality(BinaryTree test) {
    boolean equality =
        test.getKind() == Tree.Kind.EQUAL_TO || test.getKind() == Tree.Kind.NOT_EQUAL_TO;
    return equality && (isDefault(test.getLeftOperand()) || isDefault(test.getRightOperand()));
  }

  private static boolean isDefault(ExpressionTree operand) {
    return operand.getKind() == Tree.Kind.NULL_LITERAL || ASTHelpers.constValue(operand) != null;
  }

  /** Returns whether the write puts a limit or a default in place of what it found. */
  boolean isNormalization(CompoundOperation operation) {
    Tree write = operation.write().access().point().tree();
    return operation instanceof CheckThenAct
        && write instanceof AssignmentTree assignment
        && isFixedNumber(assignment.getExpression());
  }

  private static boolean isFixedNumber(ExpressionTree value) {
    return ASTHelpers.constValue(value) instanceof Number
        || (ASTHelpers.getSymbol(value) instanceof VarSymbol constant
            && constant.isStatic()
            && (constant.flags() & Flags.FINAL) != 0
            && constant.type.isNumeric());
  }

  /**
   * Returns whether a value is computed from what the object says, starting with the constant that
   * the variable was found to be: {@code int h = hash; if (h == 0) { h = 31 * h + ..; hash = h; }}.
   */
  private boolean isComputedFromDefault(ReadModifyWrite operation) {
    Effect write = operation.write();
    return write.via().isEmpty()
        && write.at().tree() instanceof AssignmentTree
        && operation.location().last().orElse(null) instanceof Selector.Field field
        && isImmutable(field.symbol())
        && comesFromOthers(operation)
        && isFoundDefault(write.at(), new Dependency.OnRead(operation.read().access()))
        && isAlwaysTheSame(operation);
  }

  /** Returns whether more than the variable itself decides about its new value. */
  private static boolean comesFromOthers(ReadModifyWrite operation) {
    Sources value = operation.write().data();
    return value.self()
        || value.reads().stream()
            .anyMatch(read -> !read.location().equals(operation.write().location()));
  }

  private static boolean isFoundDefault(Point write, Dependency read) {
    for (Condition c = write.control(); c != null; c = c.outer()) {
      if (c.outcome() == Outcome.TRUE
          && c.value().dependencies().contains(read)
          && c.tree() instanceof ExpressionTree test
          && ASTHelpers.stripParentheses(test) instanceof BinaryTree binary
          && binary.getKind() == Tree.Kind.EQUAL_TO
          && isEquality(binary)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether every thread would write the same value, which is not a mere mark. */
  private boolean isRecomputed(CompoundOperation operation) {
    return !CompoundFinder.readsItself(operation.write().data(), operation.write())
        && isAlwaysTheSame(operation);
  }

  private boolean isAlwaysTheSame(CompoundOperation operation) {
    Sources value = operation.write().data();
    boolean chosenByCaller =
        operation.body().parameters().stream().anyMatch(value.variables()::contains);
    return !chosenByCaller
        && !isConstant(operation.write().at().tree())
        && value.reads().stream().noneMatch(read -> isUpdated(read, operation.write()));
  }

  /** Returns whether the value read may be another one the next time. */
  private boolean isUpdated(Effect read, Effect write) {
    return !(read.location().root() instanceof Root.Fresh)
        && !read.location().equals(write.location())
        && CompilationIndex.variableOf(read.access()).stream()
            .flatMap(variable -> index.accessesOf(variable).stream())
            .filter(other -> other.isWrite() && !other.body().isInitialization())
            .anyMatch(other -> !isFilledIn(other));
  }

  /** Returns whether a write only fills in a variable that was found unset, whoever comes first. */
  private static boolean isFilledIn(Access write) {
    return write.location().last().orElse(null) instanceof Selector.Field field
        && isImmutable(field.symbol())
        && write.point().tree() instanceof AssignmentTree
        && !isConstant(write.point().tree())
        && write.written().dependencies().stream()
            .noneMatch(Dependency.OnVariable.class::isInstance)
        && write.body().accesses().stream()
            .filter(read -> read.isRead() && read.location().equals(write.location()))
            .anyMatch(read -> isFoundDefault(write.point(), new Dependency.OnRead(read)));
  }

  private static boolean isConstant(Tree write) {
    return write instanceof AssignmentTree assignment
        && ASTHelpers.constValue(assignment.getExpression()) != null;
  }

  private static boolean comesFromObject(Sources value) {
    return value.self() || !value.reads().isEmpty();
  }

  private static boolean setsNumber(CompoundOperation operation) {
    return operation
        .write()
        .access()
        .method()
        .filter(set -> set.params().size() == 1 && set.params().head.type.isPrimitive())
        .isPresent();
  }

  /**
   * Returns whether values of a type never change: numbers, strings, constants, records of them.
   */
  boolean neverChanges(Type type) {
    boolean record = (type.tsym.flags() & Flags.RECORD) != 0;
    return (type.tsym.flags() & Flags.ENUM) != 0
        || index.library().flags(type.tsym, index.types()).contains(TypeFlag.IMMUTABLE)
        || IMMUTABLE.contains(type.tsym.getQualifiedName().toString())
        || (record
            && ((ClassSymbol) type.tsym)
                .getRecordComponents().stream()
                    .allMatch(
                        part ->
                            part.type.isPrimitive()
                                || (!part.type.tsym.equals(type.tsym) && neverChanges(part.type))));
  }

  private static boolean isImmutable(VarSymbol field) {
    Type type = field.type;
    if (type.isPrimitive()) {
      return type.getTag() != TypeTag.BOOLEAN;
    }
    return IMMUTABLE.contains(type.tsym.getQualifiedName().toString());
  }
}
