package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Objects that several tasks hold by different ways, known by who makes them. */
final class KnownObjectsTest {

  @Test
  void whatThePartsOfTasksWereGiven() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Server {
              private final Totals totals = new Totals();

              void serve(ExecutorService pool, List<byte[]> requests) {
                for (byte[] request : requests) {
                  pool.execute(new Connection(request));
                }
              }

              private final class Connection implements Runnable {
                private final Decoder decoder = new Decoder(totals);
                private final byte[] request;

                Connection(byte[] request) {
                  this.request = request;
                }

                @Override
                public void run() {
                  decoder.decode(request);
                }
              }
            }
            """,
            """
            class Decoder {
              private final Totals totals;
              private long frames;

              Decoder(Totals totals) {
                this.totals = totals;
              }

              void decode(byte[] request) {
                frames++;
                totals.add(request.length);
              }
            }
            """,
            """
            class Totals {
              private long bytes;

              void add(int more) {
                bytes += more; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatOneConstructorHandsOnToAnother() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Import {
              private final Totals shared = new Totals();

              void start(ExecutorService pool, int files) {
                for (int i = 0; i < files; i++) {
                  pool.execute(new Reader(shared));
                }
              }

              static final class Reader implements Runnable {
                private final String name;
                private final Totals totals;
                private final Totals own;

                Reader(Totals totals) {
                  this("reader", totals, new Totals());
                }

                private Reader(String name, Totals totals, Totals own) {
                  this.name = name;
                  this.totals = totals;
                  this.own = own;
                }

                @Override
                public void run() {
                  totals.lines++; // BUG: UnsafeReadModifyWrite
                  own.lines += name.length();
                }
              }

              static final class Totals {
                long lines;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectsThatAFactoryMakes() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Survey {
              void askTogether(ExecutorService pool, int people) {
                Tally tally = Tally.create();
                for (int i = 0; i < people; i++) {
                  pool.execute(tally::countForAll);
                }
              }

              void askApart(ExecutorService pool, int people) {
                for (int i = 0; i < people; i++) {
                  Tally tally = Tally.create();
                  pool.execute(tally::countForOne);
                }
              }
            }
            """,
            """
            class Tally {
              private int all;
              private int one;

              private Tally() {}

              static Tally create() {
                return new Tally();
              }

              void countForAll() {
                all++; // BUG: UnsafeReadModifyWrite
              }

              void countForOne() {
                one++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void outerObjectOfTheInnerOnesThatItKeeps() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Depot {
              private final List<Loader> loaders = new ArrayList<>();
              private int loaded;

              Depot(int gates) {
                for (int gate = 0; gate < gates; gate++) {
                  loaders.add(new Loader());
                }
              }

              void open(ExecutorService pool) {
                for (Loader loader : loaders) {
                  pool.execute(loader);
                }
              }

              private final class Loader implements Runnable {
                private int mine;

                @Override
                public void run() {
                  mine++;
                  loaded++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void singletonBehindTheBuilderOfAFactory() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Shapes {
              private static final Kernel KERNEL = new Kernel();

              static Builder builder() {
                return new Builder(kernel());
              }

              static Kernel kernel() {
                return KERNEL;
              }

              void draw(ExecutorService pool, int shapes) {
                for (int i = 0; i < shapes; i++) {
                  pool.execute(() -> builder().triangle());
                }
              }
            }

            class Builder {
              private final Kernel kernel;
              private int triangles;

              Builder(Kernel kernel) {
                this.kernel = kernel;
              }

              void triangle() {
                triangles++;
                kernel.normal();
              }
            }

            class Kernel {
              private int normals;

              void normal() {
                normals++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  /** Only one class of tally is ever passed to the unguarded field. */
  @Test
  void classOfWhatMakersPassToAConstructor() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            interface Tally {
              void hit();
            }

            class Scan {
              private final Tally levels;
              private final Tally sources = new Shielded(new Plain());

              Scan(Tally levels) {
                this.levels = levels;
              }

              static Scan standard() {
                return new Scan(new Counting());
              }

              void run(ExecutorService pool, int files) {
                for (int i = 0; i < files; i++) {
                  pool.execute(
                      () -> {
                        levels.hit();
                        sources.hit();
                      });
                }
              }
            }

            class Plain implements Tally {
              private int hits;

              @Override
              public void hit() {
                hits++;
              }
            }

            class Counting implements Tally {
              private int counted;

              @Override
              public void hit() {
                counted++; // BUG: UnsafeReadModifyWrite
              }
            }

            class Shielded implements Tally {
              private final Tally inner;

              Shielded(Tally inner) {
                this.inner = inner;
              }

              @Override
              public synchronized void hit() {
                inner.hit();
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
