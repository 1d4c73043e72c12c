package dev.interlock.generated;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.interlock.generated.Program.Launch;
import dev.interlock.generated.Program.Lock;
import dev.interlock.generated.Program.Method;
import dev.interlock.generated.Program.Start;
import dev.interlock.generated.Program.Statement;
import dev.interlock.generated.Program.Use;
import dev.interlock.generated.Program.Variable;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes random programs. */
final class Programs {
  private static final int MAX_METHODS = 4;
  private static final int MAX_NESTING = 2;

  private Programs() {}

  static Arbitrary<Program> any() {
    return Combinators.combine(
            method().list().ofMinSize(1).ofMaxSize(MAX_METHODS),
            launch().list().ofMinSize(1).ofMaxSize(3))
        .as(
            (methods, launches) ->
                new Program(
                    ImmutableList.copyOf(new Numbering().of(methods)),
                    ImmutableList.copyOf(launches)));
  }

  private static Arbitrary<Method> method() {
    return Combinators.combine(Arbitraries.of(false, false, false, true), body(MAX_NESTING))
        .as(Method::new);
  }

  private static Arbitrary<Launch> launch() {
    return Combinators.combine(
            Arbitraries.integers().between(0, MAX_METHODS - 1), Arbitraries.of(Start.class))
        .as(Launch::new);
  }

  private static Arbitrary<ImmutableList<Statement>> body(int nesting) {
    return statement(nesting).list().ofMinSize(1).ofMaxSize(3).map(ImmutableList::copyOf);
  }

  private static Arbitrary<Statement> statement(int nesting) {
    Arbitrary<Statement> access =
        Combinators.combine(Arbitraries.of(Variable.class), Arbitraries.of(Use.class))
            .as((variable, use) -> new Statement.Access(0, variable, use));
    Arbitrary<Statement> call =
        Arbitraries.integers().between(1, MAX_METHODS - 1).map(Statement.Call::new);
    Arbitrary<Statement> leave = Arbitraries.just(new Statement.Return());
    if (nesting == 0) {
      return Arbitraries.frequencyOf(Tuple.of(8, access), Tuple.of(2, call), Tuple.of(1, leave));
    }
    return Arbitraries.frequencyOf(
        Tuple.of(12, access),
        Tuple.of(4, call),
        Tuple.of(1, leave),
        Tuple.of(
            6,
            Combinators.combine(Arbitraries.of(Lock.class), body(nesting - 1))
                .as((lock, body) -> new Statement.Locked(lock, body))),
        Tuple.of(2, nested(nesting, Statement.If::new)),
        Tuple.of(2, nested(nesting, Statement.Loop::new)),
        Tuple.of(1, nested(nesting, Statement.Try::new)),
        Tuple.of(1, nested(nesting, Statement.Attempts::new)),
        Tuple.of(2, nested(nesting, Statement.InPlace::new)));
  }

  private static Arbitrary<Statement> nested(
      int nesting, Function<ImmutableList<Statement>, Statement> form) {
    return body(nesting - 1).map(form);
  }

  /** Gives each access a number of its own. */
  private static final class Numbering {
    private int next = 1;

    List<Method> of(List<Method> methods) {
      return methods.stream()
          .map(method -> new Method(method.isSynchronized(), body(method.body())))
          .toList();
    }

    private ImmutableList<Statement> body(ImmutableList<Statement> statements) {
      return statements.stream().map(this::number).collect(toImmutableList());
    }

    private Statement number(Statement statement) {
      if (statement instanceof Statement.Access access) {
        return new Statement.Access(next++, access.variable(), access.use());
      }
      if (statement instanceof Statement.Locked locked) {
        return new Statement.Locked(locked.lock(), body(locked.body()));
      }
      if (statement instanceof Statement.If branch) {
        return new Statement.If(body(branch.body()));
      }
      if (statement instanceof Statement.Loop loop) {
        return new Statement.Loop(body(loop.body()));
      }
      if (statement instanceof Statement.Try attempt) {
        return new Statement.Try(body(attempt.body()));
      }
      if (statement instanceof Statement.Attempts loop) {
        return new Statement.Attempts(body(loop.body()));
      }
      return statement instanceof Statement.InPlace lambda
          ? new Statement.InPlace(body(lambda.body()))
          : statement;
    }
  }
}
