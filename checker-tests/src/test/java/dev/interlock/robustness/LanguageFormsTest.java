package dev.interlock.robustness;

import static org.junit.jupiter.api.condition.JRE.JAVA_21;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** Updates are found in every form of code that Java has, and in all of it at once. */
final class LanguageFormsTest {
  @Test
  void records() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.concurrent.ExecutorService;

            record Tally(HashMap<String, Integer> votes, int[] total) {
              static int made;

              Tally {
                made++;
              }

              Tally() {
                this(new HashMap<>(), new int[1]);
              }

              void count(ExecutorService pool, String name) {
                for (int i = 0; i < 10; i++) {
                  pool.submit(() -> total[0]++); // BUG: UnsafeReadModifyWrite
                  pool.submit(() -> votes.merge(name, 1, Integer::sum)); // BUG: UnguardedCollectionMutation
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void sealedTypes() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            sealed interface Event permits Event.Hit, Event.Miss {
              void tell(Board board);

              record Hit(int points) implements Event {
                @Override
                public void tell(Board board) {
                  board.points += points; // BUG: UnsafeReadModifyWrite
                }
              }

              non-sealed class Miss implements Event {
                @Override
                public void tell(Board board) {
                  synchronized (board) {
                    board.misses++;
                  }
                }
              }
            }
            """,
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            final class Board {
              int points;
              int misses;

              void tellAll(ExecutorService pool, List<Event> events) {
                for (Event event : events) {
                  pool.execute(() -> event.tell(this));
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void switches() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            final class Router {
              enum Kind {
                LEFT,
                RIGHT,
                NONE
              }

              private int left;
              private int right;
              private int turns;

              void route(ExecutorService pool, Kind[] kinds) {
                for (Kind kind : kinds) {
                  pool.execute(
                      () -> {
                        int turned =
                            switch (kind) {
                              case LEFT -> ++left; // BUG: UnsafeReadModifyWrite
                              case RIGHT -> {
                                right++; // BUG: UnsafeReadModifyWrite
                                yield 1;
                              }
                              default -> 0;
                            };
                        switch (kind) {
                          case LEFT:
                          case RIGHT:
                            turns += turned; // BUG: UnsafeReadModifyWrite
                            break;
                          default:
                        }
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  @EnabledForJreRange(min = JAVA_21)
  void switchPatterns() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            final class Areas {
              sealed interface Shape permits Circle, Box, Both {}

              record Circle(double radius) implements Shape {}

              record Box(double width, double height) implements Shape {}

              record Both(Shape one, Shape other) implements Shape {}

              private double total;
              private int round;
              private int nested;

              void add(ExecutorService pool, Shape... shapes) {
                for (Shape shape : shapes) {
                  pool.execute(
                      () -> {
                        switch (shape) {
                          case Circle(double radius) when radius > 0 -> round++; // BUG: UnsafeReadModifyWrite
                          case Circle c -> {}
                          case Box(var width, var height) -> total += width * height; // BUG: UnsafeReadModifyWrite
                          case Both(Box(double w, double h), Circle c) when c.radius() > w -> nested++; // BUG: UnsafeReadModifyWrite
                          case Both both -> {}
                        }
                        if (shape instanceof Box(double w, double h) && w > h) {
                          synchronized (this) {
                            nested += 0;
                          }
                        }
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void nestedLambdasAndClasses() {
    CheckTester.of(
            """
            import java.util.concurrent.Callable;
            import java.util.concurrent.ExecutorService;
            import java.util.function.Function;
            import java.util.function.Supplier;

            final class Nest {
              private int count;

              void nest(ExecutorService pool) {
                for (int i = 0; i < 3; i++) {
                  pool.execute(
                      new Runnable() {
                        private int own;

                        @Override
                        public void run() {
                          own++;
                          class Local {
                            void work() {
                              Function<Integer, Callable<Integer>> add =
                                  n -> () -> count += n; // BUG: UnsafeReadModifyWrite
                              pool.submit(add.apply(own));
                            }
                          }
                          new Local().work();
                        }
                      });
                }
                Supplier<Supplier<Runnable>> maker = () -> () -> () -> count--; // BUG: UnsafeReadModifyWrite
                pool.execute(maker.get().get());
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void cyclicReferencesOfClasses() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Left extends Right.Inner {
              Right right = new Right(this);
              int count;
              Left.Inner self = right.left.right.left.self;

              class Inner extends Left {
                Left outer = Left.this.right.left;
              }

              void go(ExecutorService pool) {
                for (int i = 0; i < 2; i++) {
                  pool.execute(() -> count++); // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """,
            """
            class Right {
              static class Inner {
                Left.Inner cycle;
              }

              Left left;

              Right(Left left) {
                this.left = left;
                left.right = this;
              }

              void go() {
                left.toString();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void mutuallyRecursiveGenerics() {
    CheckTester.of(
            """
            import java.util.Comparator;
            import java.util.concurrent.ExecutorService;

            abstract class Node<N extends Node<N, E>, E extends Node.Edge<N, E>> {
              interface Edge<N extends Node<N, E>, E extends Edge<N, E>> extends Comparable<E> {
                N target();
              }

              int visits;

              abstract <M extends Node<N, E> & Runnable> M self();

              <T extends Edge<N, ? extends E>> void visit(
                  ExecutorService pool, Iterable<? extends T> edges, Comparator<? super T> order) {
                for (T edge : edges) {
                  pool.execute(() -> edge.target().visits++);
                  pool.execute(() -> visits++); // BUG: UnsafeReadModifyWrite
                  pool.execute(self());
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void enumsWithBodies() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            enum Meter {
              POWER {
                @Override
                void add(int n) {
                  total += n; // BUG: UnsafeReadModifyWrite
                }
              },
              WATER {
                @Override
                synchronized void add(int n) {
                  litres += n;
                }
              };

              int total;
              int litres;

              abstract void add(int n);

              static void addAll(ExecutorService pool, Meter meter) {
                for (int i = 0; i < 3; i++) {
                  pool.execute(() -> meter.add(1));
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oddStatements() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Odd {
              int count;
              static int total;

              static {
                outer:
                for (; ; ) {
                  do {
                    if (total++ > 3) {
                      break outer;
                    }
                    continue outer;
                  } while (true);
                }
              }

              {
                count = total;
              }

              ;

              void odd(ExecutorService pool, Object... things) {
                ;
                label:
                {
                  for (Object thing : things) {
                    pool.execute(
                        () -> {
                          try (AutoCloseable a = () -> {};
                              AutoCloseable b = null) {
                            ((count)) += (int) (thing instanceof Integer n && n > 0 ? n : -1); // BUG: UnsafeReadModifyWrite
                          } catch (IllegalStateException | ClassCastException e) {
                            throw e;
                          } catch (Exception e) {
                            Odd.this.count ^= e.hashCode(); // BUG: UnsafeReadModifyWrite
                          } finally {
                            assert count >= 0 : total;
                          }
                        });
                  }
                  break label;
                }
                int[][] grid = {{1, 2}, {}, new int[count]};
                new Object() {
                  int hidden = count++;
                }.hidden++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
