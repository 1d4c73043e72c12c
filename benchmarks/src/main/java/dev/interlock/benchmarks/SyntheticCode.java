package dev.interlock.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Code bases of any size that look like applications: components of a few classes, each calling
 * methods of others (mostly near ones, some used by all), with fields, locks, containers, lambdas
 * and now and then a task. The same size gives the same code.
 */
final class SyntheticCode {
  private static final int LINES_PER_CLASS = 100;
  private static final int CLASSES_PER_PACKAGE = 20;

  private final Path folder;
  private final int classes;
  private final Random random = new Random(20_260);

  private SyntheticCode(Path folder, int classes) {
    this.folder = folder;
    this.classes = classes;
  }

  /** Writes a code base of about {@code lines} lines below {@code parent}. */
  static Project write(Path parent, int lines) {
    SyntheticCode code =
        new SyntheticCode(parent.resolve("kloc" + lines / 1000), lines / LINES_PER_CLASS);
    ImmutableList.Builder<Path> sources = ImmutableList.builder();
    for (int i = 0; i < code.classes; i++) {
      sources.add(code.write(i));
    }
    return new Project(lines / 1000 + " kLOC", sources.build(), "");
  }

  private Path write(int index) {
    try {
      Path source = folder.resolve(packageOf(index)).resolve(nameOf(index) + ".java");
      Files.createDirectories(source.getParent());
      return Files.writeString(source, text(index));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String packageOf(int index) {
    return "p" + index / CLASSES_PER_PACKAGE;
  }

  private static String nameOf(int index) {
    return "Service" + index;
  }

  private static String qualified(int index) {
    return "synthetic." + packageOf(index) + "." + nameOf(index);
  }

  /** Returns a class to work with: a near one three times of four, else one that many use. */
  private int partner(int index) {
    return random.nextInt(4) > 0
        ? Math.floorMod(index + random.nextInt(41) - 20, classes)
        : random.nextInt(Math.max(1, classes / 50));
  }

  private String text(int index) {
    StringBuilder text = new StringBuilder();
    text.append(HEADER.formatted(packageOf(index), nameOf(index)));
    int methods = 0;
    for (int lines = HEADER.lines().count() > 0 ? 30 : 0; lines < LINES_PER_CLASS; methods++) {
      String method = method(index, methods);
      text.append(method);
      lines += (int) method.lines().count();
    }
    if (index % 5 == 0) {
      text.append(LAUNCH.formatted(qualified(partner(index))));
    }
    return text.append("}\n").toString();
  }

  private String method(int index, int number) {
    String partner = qualified(partner(index));
    String other = qualified(partner(index));
    return switch (random.nextInt(5)) {
      case 0 -> COMPUTE.formatted(number, partner, other);
      case 1 -> COUNT.formatted(number, partner);
      case 2 -> LOOK_UP.formatted(number, partner);
      case 3 -> GUARDED.formatted(number, other);
      default -> TRANSFORM.formatted(number, partner);
    };
  }

  private static final String HEADER =
      """
      package synthetic.%1$s;

      import java.util.ArrayList;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;
      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.locks.Lock;
      import java.util.concurrent.locks.ReentrantLock;

      public class %2$s {
        private final Lock lock = new ReentrantLock();
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private int count;
        private long total;
        private %2$s next;

        public %2$s() {}

        public %2$s(%2$s next) {
          this.next = next;
        }

        public int work(int depth, String name) {
          return name.length() + count + depth;
        }

      """;

  private static final String COMPUTE =
      """
        public int compute%1$d(int depth, %2$s partner) {
          int result = depth;
          for (int i = 0; i < depth; i++) {
            if (i %% 3 == 0) {
              result += partner.work(i, "c" + i);
            } else {
              result -= new %3$s().work(i, names.isEmpty() ? "none" : names.get(0));
            }
          }
          String label = "result " + result + " of " + depth;
          return label.length() + result;
        }

      """;

  private static final String COUNT =
      """
        public void count%1$d(int depth, %2$s partner) {
          if (depth > 0) {
            count += partner.work(depth - 1, "x");
            total = total + count;
          }
          if (next != null) {
            next.work(depth, String.valueOf(total));
          }
        }

      """;

  private static final String LOOK_UP =
      """
        public int lookUp%1$d(String name, %2$s partner) {
          Integer value = known.get(name);
          if (value == null) {
            value = partner.work(1, name);
            known.put(name, value);
          }
          try {
            return Integer.parseInt(name) + value;
          } catch (NumberFormatException e) {
            names.add(name);
            return value;
          }
        }

      """;

  private static final String GUARDED =
      """
        public int guarded%1$d(int amount, %2$s partner) {
          lock.lock();
          try {
            total += amount;
            return partner.work(amount, "guarded");
          } finally {
            lock.unlock();
          }
        }

        public synchronized void add%1$d(String name) {
          if (!names.contains(name)) {
            names.add(name);
          }
        }

      """;

  private static final String TRANSFORM =
      """
        public List<String> transform%1$d(List<String> input, %2$s partner) {
          List<String> result = new ArrayList<>();
          input.forEach(each -> result.add(each + partner.work(2, each)));
          return input.stream()
              .filter(each -> each.length() > result.size())
              .map(each -> each.trim() + partner.work(1, each))
              .toList();
        }

      """;

  private static final String LAUNCH =
      """
        private int launched;

        public void launch(ExecutorService executor, %1$s partner) {
          executor.submit(() -> partner.work(3, "task"));
          executor.execute(
              () -> {
                synchronized (this) {
                  launched++;
                }
                count++;
              });
        }

      """;
}
