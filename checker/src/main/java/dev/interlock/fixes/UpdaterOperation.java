package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.fixes.CellAccess.Kind;
import dev.interlock.fixes.CellAccess.Shape;
import java.util.HashSet;
import java.util.Set;

/** A field that has an updater or a handle is updated through it, as it is elsewhere. */
record UpdaterOperation() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    VarSymbol field = subject.variable();
    ImmutableList<VarSymbol> updaters = FieldUpdaters.of(file, field);
    Refusal.unless(updaters.size() == 1, "no updater");
    VarSymbol updater = updaters.get(0);
    Refusal.unless(updater.isStatic() && !field.isStatic(), "the updater is not a constant");
    Edits edits = new Edits(file);
    Set<Tree> settled = new HashSet<>();
    for (TreePath use : file.usesOf(field)) {
      CellAccess access = CellAccess.of(use, Shape.VARIABLE);
      if (subject.wanted().contains(access.tree())) {
        Refusal.unless(
            Expressions.find(access.tree(), t -> ASTHelpers.getSymbol(t) == field).size() == 1,
            "the operand looks again");
        edits.replace(access.tree(), call(file, edits, updater, access));
        settled.add(access.tree());
      }
    }
    subject.checkSettled(settled);
    return Patch.lockFree(
        "Update '" + field.name + "' through '" + updater.name + "'", subjects, edits);
  }

  private static String call(SourceFile file, Edits edits, VarSymbol updater, CellAccess access) {
    String object = object(file, updater, access);
    if (FieldUpdaters.isHandle(updater.type)) {
      return updater.name + handleCall(file, access, object);
    }
    CellType type =
        CellType.ofAtomic(updater.type).orElseThrow(() -> new Refusal("not an updater"));
    boolean old = access.isPostfix() && !access.isStatement(file.types());
    return updater.name
        + new AtomicRewrite(file, edits, type, object).updateCall(access, old, ImmutableList.of());
  }

  /** Returns the object whose field is updated; refuses one that an expression would make anew. */
  private static String object(SourceFile file, VarSymbol updater, CellAccess access) {
    ClassTree here = ASTHelpers.findEnclosingNode(access.path(), ClassTree.class);
    Refusal.unless(
        here != null && ASTHelpers.getSymbol(here) == updater.owner, "the updater is elsewhere");
    if (!(access.place() instanceof MemberSelectTree select)) {
      return "this";
    }
    Refusal.unless(Expressions.isPure(select.getExpression(), t -> false), "a changing object");
    return file.text(select.getExpression());
  }

  /** A handle knows no functions; it checks the types of its arguments when it is called. */
  private static String handleCall(SourceFile file, CellAccess access, String object) {
    Refusal.unless(access.isStatement(file.types()), "the new value is used");
    Type type = ASTHelpers.getType(access.place());
    Refusal.unless(
        type != null && (type.getTag() == TypeTag.INT || type.getTag() == TypeTag.LONG),
        "not a number");
    String suffix = type.getTag() == TypeTag.LONG ? "L" : "";
    if (access.kind() == Kind.STEP) {
      return ".getAndAdd(" + object + ", " + (access.isIncrement() ? "1" : "-1") + suffix + ")";
    }
    Refusal.unless(access.kind() == Kind.COMPOUND, "no pattern");
    ExpressionTree operand = access.operandOrFail();
    Refusal.unless(
        file.types().isSameType(type, ASTHelpers.getType(operand)), "the operand has another type");
    String method =
        switch (access.tree().getKind()) {
          case PLUS_ASSIGNMENT -> "getAndAdd";
          case OR_ASSIGNMENT -> "getAndBitwiseOr";
          case AND_ASSIGNMENT -> "getAndBitwiseAnd";
          case XOR_ASSIGNMENT -> "getAndBitwiseXor";
          default -> throw new Refusal("the handle has no such operation");
        };
    return "." + method + "(" + object + ", " + file.text(operand) + ")";
  }
}
