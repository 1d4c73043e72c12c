package dev.interlock.generated;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.interlock.generated.Program.Launch;
import dev.interlock.generated.Program.Method;
import dev.interlock.generated.Program.Statement;
import dev.interlock.generated.Program.Use;
import dev.interlock.generated.Program.Variable;

/**
 * Writes a program down as source files. Each line that belongs to an access ends in {@code //} and
 * its number.
 */
final class ProgramText {
  private static final String IMPORTS =
      """
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import java.util.concurrent.locks.*;

      """;

  private static final String MERGE = ".merge(\"k\", 1, (a, b) -> a + b)";

  private final Program program;
  private final ImmutableSet<Style> styles;
  private int locals;

  private ProgramText(Program program, ImmutableSet<Style> styles) {
    this.program = program;
    this.styles = styles;
  }

  /** Returns the files of the program. */
  static ImmutableList<String> of(Program program, Style... styles) {
    ProgramText text = new ProgramText(program, ImmutableSet.copyOf(styles));
    ImmutableList<String> files = ImmutableList.of(text.stateFile(), text.launcherFile());
    return text.has(Style.FILES_REVERSED) ? files.reverse() : files;
  }

  private boolean has(Style style) {
    return styles.contains(style);
  }

  // ---- the class with the state -------------------------------------------------------------

  private String stateFile() {
    ImmutableList.Builder<String> members = ImmutableList.builder();
    for (Variable variable : Variable.values()) {
      members.add("  " + renamed(variable.declaration));
    }
    members.add("  private final Object own = new Object();");
    members.add("  private final ReentrantLock lock = new ReentrantLock();");
    members.add("  private final ReadWriteLock both = new ReentrantReadWriteLock();");
    members.add("  private final StampedLock stamps = new StampedLock();");
    members.add("  private final Semaphore permits = new Semaphore(1);");
    members.add("  private final AtomicBoolean spin = new AtomicBoolean();");
    members.add("  private static final Object COMMON = new Object();");
    members.add("  private static final ReentrantLock OUTER = new ReentrantLock();");
    for (int i = 0; i < program.methods().size(); i++) {
      members.addAll(methods(i));
    }
    members.add("  static final class Part { int count; }");
    ImmutableList<String> all = members.build();
    return IMPORTS
        + "final class %s {\n%s\n}\n"
            .formatted(
                stateClass(), String.join("\n", has(Style.MEMBERS_REVERSED) ? all.reverse() : all));
  }

  private ImmutableList<String> methods(int index) {
    Method method = program.methods().get(index);
    String head = method.isSynchronized() ? "  synchronized void " : "  void ";
    String body = block(method.body(), index, "    ");
    if (has(Style.GUARDED)) {
      body = "    synchronized (COMMON) {\n" + body + "    }\n";
    }
    if (has(Style.LOCKED)) {
      body = "    OUTER.lock();\n    try {\n" + body + "    } finally { OUTER.unlock(); }\n";
    }
    if (!has(Style.STATEMENTS_EXTRACTED)) {
      return ImmutableList.of(head + name(index) + "() {\n" + body + "  }");
    }
    String part = name(index) + "Part";
    return ImmutableList.of(
        head + name(index) + "() {\n    " + part + "();\n  }",
        "  private void " + part + "() {\n" + body + "  }");
  }

  private String block(ImmutableList<Statement> statements, int method, String indent) {
    return statements.stream().map(each -> statement(each, method, indent)).collect(joining());
  }

  private String statement(Statement statement, int method, String indent) {
    if (statement instanceof Statement.Access access) {
      return lines(access).stream()
          .map(line -> indent + line + " // " + access.number() + "\n")
          .collect(joining());
    }
    if (statement instanceof Statement.Locked locked) {
      return locked(locked, method, indent);
    }
    if (statement instanceof Statement.If branch) {
      return around("if (COMMON.hashCode() > 3) {", branch.body(), "}", method, indent);
    }
    if (statement instanceof Statement.Loop loop) {
      String i = local("i");
      return around(
          "for (int %1$s = 0; %1$s < 2; %1$s++) {".formatted(i), loop.body(), "}", method, indent);
    }
    if (statement instanceof Statement.InPlace lambda) {
      return around(
          "List.of(1, 2).forEach(%s -> {".formatted(local("x")),
          lambda.body(),
          "});",
          method,
          indent);
    }
    if (statement instanceof Statement.Try attempt) {
      return around(
          "try {",
          attempt.body(),
          "} catch (IllegalStateException e) { System.out.println(e); }",
          method,
          indent);
    }
    if (statement instanceof Statement.Attempts loop) {
      return around(
          "while (COMMON.hashCode() > 5) {",
          loop.body(),
          "  if (COMMON.hashCode() > 7) { break; } }",
          method,
          indent);
    }
    if (statement instanceof Statement.Return) {
      return indent + "if (COMMON.hashCode() > 9) { return; }\n";
    }
    int target = method + ((Statement.Call) statement).further();
    return target < program.methods().size()
        ? indent + (has(Style.NOISY) ? "this." : "") + name(target) + "();\n"
        : "";
  }

  private String locked(Statement.Locked locked, int method, String indent) {
    return switch (locked.lock()) {
      case THIS -> around("synchronized (this) {", locked.body(), "}", method, indent);
      case OWN_OBJECT ->
          around("synchronized (" + field("own") + ") {", locked.body(), "}", method, indent);
      case FRESH -> around("synchronized (new Object()) {", locked.body(), "}", method, indent);
      case CLASS ->
          around("synchronized (" + stateClass() + ".class) {", locked.body(), "}", method, indent);
      case REENTRANT -> taken("lock.lock();", "lock.unlock();", locked, method, indent);
      case TRIED ->
          indent
              + "if (lock.tryLock()) {\n"
              + taken("", "lock.unlock();", locked, method, indent + "  ")
              + indent
              + "}\n";
      case READ_LOCK ->
          taken("both.readLock().lock();", "both.readLock().unlock();", locked, method, indent);
      case WRITE_LOCK ->
          taken("both.writeLock().lock();", "both.writeLock().unlock();", locked, method, indent);
      case STAMP -> {
        String stamp = local("stamp");
        yield taken(
            "long " + stamp + " = stamps.writeLock();",
            "stamps.unlockWrite(" + stamp + ");",
            locked,
            method,
            indent);
      }
      case PERMIT ->
          taken("permits.acquireUninterruptibly();", "permits.release();", locked, method, indent);
      case SPIN ->
          taken(
              "while (!spin.compareAndSet(false, true)) { Thread.onSpinWait(); }",
              "spin.set(false);",
              locked,
              method,
              indent);
    };
  }

  private String taken(
      String before, String after, Statement.Locked locked, int method, String indent) {
    return indent
        + before
        + "\n"
        + around("try {", locked.body(), "} finally { " + after + " }", method, indent);
  }

  private String around(
      String before, ImmutableList<Statement> body, String after, int method, String indent) {
    return indent + before + "\n" + block(body, method, indent + "  ") + indent + after + "\n";
  }

  // ---- accesses -----------------------------------------------------------------------------

  private ImmutableList<String> lines(Statement.Access access) {
    return switch (access.variable()) {
      case ATOMIC -> calls(access, "atomic", ".get()", ".set(%s)", ".incrementAndGet()", "0");
      case MAP -> calls(access, "map", ".get(\"k\")", ".put(\"k\", %s)", MERGE, "null");
      case CONCURRENT_MAP -> calls(access, "safe", ".get(\"k\")", ".put(\"k\", %s)", MERGE, "null");
      case REFERENCE ->
          calls(access, "reference", ".get()", ".set(%s)", ".updateAndGet(n -> n + 1)", "null");
      case ATOMIC_ARRAY ->
          calls(access, "cells", ".get(1)", ".set(1, %s)", ".incrementAndGet(1)", "0");
      case LIST -> calls(access, "items", ".size()", ".add(%s)", ".add(7)", "0");
      case WRAPPED_LIST -> calls(access, "wrapped", ".size()", ".add(%s)", ".add(7)", "0");
      default -> variable(access.use(), place(access.variable()));
    };
  }

  private String place(Variable variable) {
    return switch (variable) {
      case PLAIN -> field("plain");
      case VOLATILE -> field("signal");
      case STATIC -> has(Style.NOISY) ? stateClass() + "." + renamed("total") : renamed("total");
      case ARRAY -> field("slots") + (has(Style.NOISY) ? "[(1)]" : "[1]");
      default -> field("part") + ".count";
    };
  }

  private ImmutableList<String> variable(Use use, String x) {
    String read = has(Style.NOISY) ? "(" + x + ")" : x;
    return switch (use) {
      case READ -> ImmutableList.of("System.out.println(" + read + ");");
      case OVERWRITE -> ImmutableList.of(x + " = 5;");
      case INCREMENT, UPDATE -> ImmutableList.of(has(Style.NOISY) ? "(" + x + ")++;" : x + "++;");
      case COMPOUND -> ImmutableList.of(x + " += 2;");
      case ASSIGN -> withOperand(read, x + " = %s + 3;");
      case SPLIT -> split(read, x + " = %s;");
      case CHECK ->
          has(Style.EXPRESSIONS_EXTRACTED)
              ? extractedCheck(read + " == 0", x + " = 1;")
              : ImmutableList.of("if (" + read + " == 0) {", "  " + x + " = 1;", "}");
    };
  }

  /**
   * The same uses where a variable is read and written by calls.
   *
   * @param update a call that does both
   * @param none what is read at first
   */
  private ImmutableList<String> calls(
      Statement.Access access, String name, String get, String set, String update, String none) {
    String read = field(name) + get;
    String write = field(name) + set;
    return switch (access.use()) {
      case READ -> ImmutableList.of("System.out.println(" + read + ");");
      case OVERWRITE -> ImmutableList.of(write.formatted("5") + ";");
      case UPDATE -> ImmutableList.of(field(name) + update + ";");
      case INCREMENT, COMPOUND, ASSIGN -> withOperand(read, write.formatted("%s + 3") + ";");
      case SPLIT -> split(read, write + ";");
      case CHECK -> {
        String test = read + " == " + none;
        yield has(Style.EXPRESSIONS_EXTRACTED)
            ? extractedCheck(test, write.formatted("1") + ";")
            : ImmutableList.of("if (" + test + ") {", "  " + write.formatted("1") + ";", "}");
      }
    };
  }

  private ImmutableList<String> withOperand(String read, String write) {
    if (!has(Style.EXPRESSIONS_EXTRACTED)) {
      return ImmutableList.of(write.formatted(read));
    }
    String local = local("operand");
    return ImmutableList.of(declare(local, read), write.formatted(local));
  }

  private ImmutableList<String> split(String read, String write) {
    String before = local("before");
    String after = local("after");
    return ImmutableList.of(
        declare(before, read),
        declare(after, (has(Style.NOISY) ? "((" + before + ") + (1))" : before + " + 1")),
        write.formatted(after));
  }

  private ImmutableList<String> extractedCheck(String test, String write) {
    String local = local("is");
    return ImmutableList.of(
        "boolean " + local + " = " + test + ";", "if (" + local + ") {", "  " + write, "}");
  }

  private String declare(String local, String value) {
    return (has(Style.NOISY) ? "final " : "") + "int " + local + " = " + value + ";";
  }

  // ---- the launcher -------------------------------------------------------------------------

  private String launcherFile() {
    return IMPORTS
        + """
        final class %1$s {
          private final %2$s state = new %2$s();
          private final ExecutorService pool = Executors.newFixedThreadPool(4);
          private final ExecutorService one = Executors.newSingleThreadExecutor();
          private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

          void start() throws Exception {
        %3$s
          }
        }
        """
            .formatted(
                has(Style.RENAMED) ? "Begin" : "Launcher",
                stateClass(),
                program.launches().stream().map(this::launch).collect(joining("\n")));
  }

  private String launch(Launch launch) {
    String call = "state." + name(launch.target() % program.methods().size()) + "()";
    return "    "
        + switch (launch.start()) {
          case POOL -> "pool.execute(() -> " + call + ");";
          case POOL_IN_LOOP -> "for (int n = 0; n < 3; n++) { pool.submit(() -> " + call + "); }";
          case THREAD -> "new Thread(() -> " + call + ").start();";
          case SINGLE_THREAD -> "one.execute(() -> " + call + ");";
          case PARALLEL_STREAM -> "List.of(1, 2).parallelStream().forEach(n -> " + call + ");";
          case FUTURE -> "CompletableFuture.runAsync(() -> " + call + ");";
          case SCHEDULED ->
              "clock.scheduleAtFixedRate(() -> " + call + ", 1, 1, TimeUnit.SECONDS);";
          case AWAITED -> "pool.submit(() -> " + call + ").get();";
          case JOINED -> {
            String thread = local("thread");
            yield "Thread %1$s = new Thread(() -> %2$s); %1$s.start(); %1$s.join();"
                .formatted(thread, call);
          }
          case CALL -> call + ";";
        };
  }

  // ---- names --------------------------------------------------------------------------------

  private String stateClass() {
    return has(Style.RENAMED) ? "Zone" : "State";
  }

  private String name(int method) {
    return has(Style.RENAMED) ? "step" + (9 - method) : "work" + method;
  }

  private String field(String name) {
    return (has(Style.NOISY) ? "this." : "") + renamed(name);
  }

  private String local(String name) {
    return (has(Style.RENAMED) ? "a" : "") + name + locals++;
  }

  private String renamed(String text) {
    return has(Style.RENAMED)
        ? text.replace("plain", "zp")
            .replace("signal", "yq")
            .replace("total", "xr")
            .replace("slots", "ws")
            .replace("atomic", "rz")
            .replace("map", "ut")
            .replace("safe", "tu")
            .replace("part", "sv")
            .replace("reference", "qe")
            .replace("cells", "pc")
            .replace("items", "ol")
            .replace("wrapped", "nw")
        : text;
  }
}
