package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import dev.interlock.fixes.AttemptLoop.Cell;
import java.util.Optional;

/**
 * Writes the loop that makes an attempt until it succeeds.
 *
 * @param section the statements from the look to the write
 * @param write the write as a statement
 */
record AttemptText(
    SourceFile file, Edits edits, Cell cell, CriticalSection section, TreePath write) {

  /** Returns the looks that the loop makes one of. */
  ImmutableList<Tree> looks() {
    return section.statements().stream()
        .flatMap(s -> Expressions.find(s, cell::isLook).stream())
        .collect(ImmutableList.toImmutableList());
  }

  void write(MethodInvocationTree call) {
    StatementTree last = Iterables.getLast(section.statements());
    Optional<ExpressionTree> condition = conditionOf(last);
    check(condition, call);
    Optional<VariableTree> copy = copy();
    String current =
        copy.map(c -> c.getName().toString()).orElseGet(() -> edits.freshName("current", write));
    StringBuilder head = new StringBuilder();
    String indent = file.indentAt(file.start(section.statements().get(0)));
    if (copy.isEmpty()) {
      String type =
          LocalNames.written(file, ASTHelpers.getType(looks().get(0)))
              .or(this::declaredType)
              .orElseThrow(() -> new Refusal("the type cannot be written"));
      head.append(type).append(' ').append(current).append(";\n").append(indent);
    }
    for (StatementTree statement : section.statements()) {
      if (statement instanceof VariableTree local && isUsedOutside(local, last)) {
        head.append(file.text(local.getType()) + " " + local.getName() + ";\n" + indent);
        edits.replace(
            file.start(local), Migration.nameEnd(file, local), local.getName().toString());
      }
    }
    head.append("do {\n").append(indent);
    if (copy.isEmpty()) {
      head.append(file.indentUnit() + current + " = " + cell.look() + ";\n" + indent);
    }
    ImmutableMap<Tree, String> looks =
        copy.isPresent() ? ImmutableMap.of() : Maps.toMap(looks(), look -> current);
    String end =
        "} while ("
            + condition.map(c -> tested(c, looks) + LineBreaks.SPACE + "&& ").orElse("")
            + "!"
            + cell.attempt(current, newValue(call, current, looks))
            + ");";
    put(head.toString(), end, last, looks);
  }

  private void put(String head, String end, StatementTree last, ImmutableMap<Tree, String> looks) {
    int start = file.start(section.statements().get(0));
    int stop = file.start(last);
    Refusal.unless(
        file.beginsLine(start) && file.beginsLine(stop),
        "the statements have no lines of their own");
    String closing = commentsOf(last, file.indentAt(start)) + end;
    if (start == stop) {
      edits.replace(start, file.end(last), edits.lines(head + closing));
      return;
    }
    String unit = file.indentUnit();
    edits.insert(start, edits.lines(head + unit));
    for (int line = file.lineEnd(start) + 1; line < stop; line = file.lineEnd(line) + 1) {
      if (file.lineEnd(line) < stop && !file.text().substring(line, file.lineEnd(line)).isBlank()) {
        edits.insert(line, unit);
      }
    }
    looks.forEach(
        (look, name) -> {
          if (file.end(look) <= stop) {
            edits.replace(look, name);
          }
        });
    edits.replace(stop, file.end(last), edits.lines(closing));
  }

  /** Returns the type of the value as the declaration of the variable has it. */
  private Optional<String> declaredType() {
    return file.declarationOf(cell.variable())
        .map(path -> ((VariableTree) path.getLeaf()).getType())
        .filter(type -> type instanceof ParameterizedTypeTree)
        .map(type -> ((ParameterizedTypeTree) type).getTypeArguments())
        .filter(arguments -> arguments.size() == 1 && !(arguments.get(0) instanceof WildcardTree))
        .map(arguments -> file.text(arguments.get(0)));
  }

  /** Returns the comments in a statement as they go to the end of the loop. */
  private String commentsOf(StatementTree statement, String indent) {
    StringBuilder comments = new StringBuilder();
    for (String comment : file.comments().in(file.start(statement), file.end(statement))) {
      Refusal.unless(comment.startsWith("//"), "a comment in the statement");
      comments.append(file.indentUnit()).append(comment).append('\n').append(indent);
    }
    return comments.toString();
  }

  /** Returns what decides about the write in the last statement, if anything does. */
  private Optional<ExpressionTree> conditionOf(StatementTree last) {
    if (last == write.getLeaf()) {
      return Optional.empty();
    }
    Refusal.unless(
        last instanceof IfTree decision
            && decision.getElseStatement() == null
            && Statements.isAllOf(write, decision),
        "the write is not all that is decided about");
    return Optional.of(Expressions.strip(((IfTree) last).getCondition()));
  }

  /** Refuses what must not be done twice, and what would not mean the same in a loop. */
  private void check(Optional<ExpressionTree> condition, MethodInvocationTree call) {
    ImmutableList<StatementTree> before =
        section.statements().subList(0, section.statements().size() - 1);
    RepeatableSteps steps = new RepeatableSteps(file, cell::isLook);
    before.forEach(steps::check);
    Refusal.unless(
        condition.map(steps::isRepeatable).orElse(true)
            && call.getArguments().stream().allMatch(steps::isRepeatable),
        "something must not be repeated");
    long uses =
        section.statements().stream()
            .mapToLong(s -> Expressions.findAll(s, this::isVariable).size())
            .sum();
    Refusal.unless(uses == looks().size() + 1, "the variable is used in another way");
  }

  private boolean isVariable(Tree tree) {
    return !(tree instanceof VariableTree) && ASTHelpers.getSymbol(tree) == cell.variable();
  }

  /** Returns the variable that keeps what the look has seen, if all of it does. */
  private Optional<VariableTree> copy() {
    return looks().size() == 1
            && section.statements().get(0) instanceof VariableTree local
            && Expressions.strip(local.getInitializer()) == looks().get(0)
            && file.usesOf(ASTHelpers.getSymbol(local)).stream().noneMatch(Expressions::isAssigned)
        ? Optional.of(local)
        : Optional.empty();
  }

  /** Returns whether a variable that the loop declares is used after the block of the loop. */
  private boolean isUsedOutside(VariableTree local, StatementTree last) {
    Symbol variable = ASTHelpers.getSymbol(local);
    Tree code = SourceFile.containerOf(write).getLeaf();
    int stop = file.start(last);
    boolean outside = copy().filter(local::equals).isPresent();
    for (TreePath use : file.usesOf(variable)) {
      Refusal.unless(
          !Expressions.isAssigned(use) || file.start(use.getLeaf()) < stop, "a copy is changed");
      outside |= file.start(use.getLeaf()) >= stop;
    }
    Refusal.unless(
        !outside
            || (local.getModifiers().getAnnotations().isEmpty()
                && local.getModifiers().getFlags().isEmpty()
                && file.usesOf(variable).stream()
                    .allMatch(use -> SourceFile.containerOf(use).getLeaf() == code)),
        "the declaration cannot be split");
    return outside;
  }

  private String tested(ExpressionTree condition, ImmutableMap<Tree, String> looks) {
    String text = Expressions.render(file, condition, looks);
    return switch (condition.getKind()) {
      case CONDITIONAL_OR, CONDITIONAL_EXPRESSION -> "(" + text + ")";
      default -> text;
    };
  }

  private String newValue(
      MethodInvocationTree call, String current, ImmutableMap<Tree, String> looks) {
    return switch (Cell.nameOf(call)) {
      case "incrementAndGet", "getAndIncrement" -> current + " + 1";
      case "decrementAndGet", "getAndDecrement" -> current + " - 1";
      case "addAndGet", "getAndAdd" -> sum(current, Iterables.getLast(call.getArguments()), looks);
      case "set", "lazySet" -> render(Iterables.getLast(call.getArguments()), looks);
      case "compareAndSet" -> {
        ExpressionTree expected = call.getArguments().get(call.getArguments().size() - 2);
        Refusal.unless(file.text(expected).equals(current), "another value is expected");
        yield render(Iterables.getLast(call.getArguments()), looks);
      }
      default -> throw new Refusal("no formula for the update");
    };
  }

  private String sum(String current, ExpressionTree delta, ImmutableMap<Tree, String> looks) {
    String text = render(delta, looks);
    if (delta.getKind() == Tree.Kind.UNARY_MINUS) {
      return current + " - " + text.substring(1).strip();
    }
    return current + " + " + (Expressions.needsParentheses(delta) ? "(" + text + ")" : text);
  }

  private String render(ExpressionTree tree, ImmutableMap<Tree, String> looks) {
    return Expressions.render(file, tree, looks);
  }
}
