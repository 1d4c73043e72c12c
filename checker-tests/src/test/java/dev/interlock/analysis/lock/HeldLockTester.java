package dev.interlock.analysis.lock;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.tree.JCTree;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares the locks held with what the comments of a source say.
 *
 * <p>{@code // HELD: a, b/shared} is about the first tree that starts on its line, {@code //
 * EVALUATED: a} about the expression of the statement there. {@code // HELD: a@first|second} says
 * moreover which sections are in force, by the names that {@code // section: first} gives to the
 * lines of the acquiring calls.
 */
final class HeldLockTester {
  private static final Pattern MARKER =
      Pattern.compile("// (HELD|EVALUATED):(.*)$", Pattern.MULTILINE);
  private static final Pattern SECTION = Pattern.compile("// section: (\\w+)");

  private final CompiledBodies source;
  private final List<String> mistakes = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private int checked;

  private HeldLockTester(CompiledBodies source) {
    this.source = source;
  }

  /** Checks all markers in {@code members} of a class. */
  static void assertLocks(String members) {
    HeldLockTester tester = new HeldLockTester(CompiledBodies.compile(members));
    tester.source.bodies().forEach(tester::check);
    assertThat(tester.failures).isEmpty();
    assertThat(tester.mistakes).isEmpty();
    assertThat(tester.checked).isGreaterThan(0);
    assertWithMessage("markers that belong to a tree")
        .that(tester.checked)
        .isEqualTo((int) MARKER.matcher(members).results().count());
  }

  private void check(TreePath body) {
    HeldLocks held = source.analyze(body, failures);
    TreeMap<Integer, Tree> firstOnLine = new TreeMap<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree != null && tree != body.getLeaf() && line(tree) > 0) {
          firstOnLine.putIfAbsent(line(tree), tree);
        }
        boolean isInside = tree == body.getLeaf() || !isOtherBody(tree);
        return isInside ? super.scan(tree, null) : null;
      }
    }.scan(body.getLeaf(), null);
    firstOnLine.forEach((line, tree) -> check(line, tree, held));
  }

  private void check(int line, Tree tree, HeldLocks held) {
    String text = source.lines().get(line - 1);
    Matcher marker = MARKER.matcher(text);
    if (!marker.find()) {
      return;
    }
    checked++;
    boolean isEvaluated = marker.group(1).equals("EVALUATED");
    Tree asked = isEvaluated ? ((ExpressionStatementTree) tree).getExpression() : tree;
    String expected = marker.group(2).trim();
    String actual = describe(held.at(asked), expected.contains("@"));
    if (!actual.equals(expected)) {
      mistakes.add(text + "  BUT WAS: " + actual);
    }
  }

  private String describe(ImmutableSet<LockOperation> operations, boolean withSections) {
    return operations.stream()
        .collect(groupingBy(LockOperation::lock, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(
            entry ->
                entry.getKey()
                    + mode(entry.getValue())
                    + (withSections ? "@" + sections(entry.getValue()) : ""))
        .collect(joining(", "));
  }

  private static String mode(List<LockOperation> operations) {
    return operations.stream().allMatch(operation -> operation.mode() == LockMode.SHARED)
        ? "/shared"
        : "";
  }

  private String sections(List<LockOperation> operations) {
    return operations.stream()
        .map(operation -> SECTION.matcher(source.lines().get(line(operation.call()) - 1)))
        .map(matcher -> matcher.find() ? matcher.group(1) : "unnamed")
        .sorted()
        .collect(joining("|"));
  }

  private int line(Tree tree) {
    return (int) source.unit().getLineMap().getLineNumber(((JCTree) tree).getStartPosition());
  }

  private static boolean isOtherBody(@Nullable Tree tree) {
    return tree instanceof ClassTree || tree instanceof LambdaExpressionTree;
  }
}
