package com.treuepass.points;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Values that never change, in variables that do. */
class LoyaltyProgram {
  private final Executor executor;
  private Integer points = 0;
  private String statement = "";
  private BigDecimal revenue = BigDecimal.ZERO;
  private BigInteger fingerprint = BigInteger.ONE;
  private Duration served = Duration.ZERO;
  private Instant lastVisit = Instant.EPOCH;

  LoyaltyProgram(Executor executor) {
    this.executor = executor;
  }

  void purchase(String member, BigDecimal amount) {
    executor.execute(
        () -> {
          points++; // RACE rmw
          statement = statement.concat(member).concat("\n"); // RACE rmw
          revenue = revenue.add(amount); // RACE rmw
          fingerprint = fingerprint.shiftLeft(5).add(BigInteger.TEN); // RACE rmw
        });
  }

  void visit(Instant from, Instant to) {
    executor.execute(
        () -> {
          served = served.plus(Duration.between(from, to)); // RACE rmw
          lastVisit = to.isAfter(lastVisit) ? to : lastVisit; // RACE rmw
        });
  }

  void redeem(int price) {
    executor.execute(() -> points = Integer.valueOf(points - price)); // RACE rmw
  }

  String summary() {
    return points + " " + revenue + " " + fingerprint + " " + served + " " + lastVisit + statement;
  }
}

class SteadyLoyaltyProgram {
  private final Executor executor;
  private final AtomicReference<BigDecimal> revenue = new AtomicReference<>(BigDecimal.ZERO);
  private final AtomicReference<Instant> lastVisit = new AtomicReference<>(Instant.EPOCH);
  private Integer points = 0;

  SteadyLoyaltyProgram(Executor executor) {
    this.executor = executor;
  }

  void purchase(BigDecimal amount) {
    executor.execute(
        () -> {
          revenue.accumulateAndGet(amount, BigDecimal::add);
          synchronized (this) {
            points++;
          }
        });
  }

  void visit(Instant to) {
    executor.execute(() -> lastVisit.updateAndGet(last -> to.isAfter(last) ? to : last));
  }

  /** Value types again, in variables of the task. */
  void statement(List<BigDecimal> amounts, AtomicReference<String> out) {
    executor.execute(
        () -> {
          BigDecimal sum = BigDecimal.ZERO;
          List<String> lines = new ArrayList<>();
          for (BigDecimal amount : amounts) {
            sum = sum.add(amount);
            lines.add(sum.toPlainString());
          }
          out.set(String.join("\n", lines));
        });
  }
}
