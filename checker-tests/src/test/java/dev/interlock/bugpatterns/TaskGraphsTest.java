package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Tasks that work on the nodes of a graph, of which several may have the same successor. */
final class TaskGraphsTest {
  private static final String ADD_BY_LOOP =
      """
      void add(Node node, String... dependencies) {
        nodes.put(node.name, node);
        for (String dependency : dependencies) {
          nodes.get(dependency).next.add(node);
        }
      }
      """;

  private static final String ADD_AND_COUNT =
      """
      void add(Node before, Node after) {
        before.next.add(after);
        after.open++;
      }
      """;

  private static final String ADD_CHILD =
      """
      void add(Node parent, Node child) {
        parent.next.add(child);
        child.name = parent.name + "/" + child.name;
      }
      """;

  @Test
  void successorThatALoopAddsToSeveralNodes() {
    CheckTester.of(build(ADD_BY_LOOP, "next.open--; // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  @Test
  void successorThatCountsHowManyComeBefore() {
    CheckTester.of(build(ADD_AND_COUNT, "next.open--; // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  @Test
  void childOfOneParent() {
    CheckTester.of(build(ADD_CHILD, "next.open--;")).reportsWhatIsMarked();
  }

  @Test
  void nodeThatTheTaskWasGiven() {
    CheckTester.of(build(ADD_BY_LOOP, "node.open--;")).reportsWhatIsMarked();
  }

  @Test
  void successorUnderALockOfItsOwn() {
    CheckTester.of(build(ADD_BY_LOOP, "synchronized (next) {\n  next.open--;\n}"))
        .reportsWhatIsMarked();
  }

  private static String build(String add, String visit) {
    return """
        import java.util.ArrayList;
        import java.util.HashMap;
        import java.util.List;
        import java.util.Map;
        import java.util.concurrent.ExecutorService;

        class Build {
          static final class Node {
            String name;
            final List<Node> next = new ArrayList<>();
            int open;

            Node(String name) {
              this.name = name;
            }
          }

          private final Map<String, Node> nodes = new HashMap<>();

          %s

          void run(ExecutorService pool) {
            for (Node node : nodes.values()) {
              pool.execute(() -> visit(node));
            }
          }

          private void visit(Node node) {
            for (Node next : node.next) {
              %s
            }
          }
        }
        """
        .formatted(add, visit);
  }
}
