package programs;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Immutable values, replaced one by the other. */
class TollAccount {
  private BigDecimal balance = BigDecimal.ZERO;
  private BigInteger product = BigInteger.ONE;
  private String log = "";

  void pay(BigDecimal amount) {
    balance = balance.add(amount);
    product = product.add(BigInteger.TWO);
  }

  void note(String line) {
    log = log + line;
  }

  String state() {
    return balance + " " + product + " " + log;
  }

  static String single() {
    TollAccount account = new TollAccount();
    account.pay(BigDecimal.TEN);
    account.note("a");
    account.note("b");
    return account.state();
  }

  static long lost() {
    TollAccount account = new TollAccount();
    Trial.race(
        i -> {
          account.pay(BigDecimal.ONE);
          if (i % 32 == 0) {
            account.note("x");
          }
        });
    String expected =
        Trial.TOTAL + " " + (2L * Trial.TOTAL + 1) + " " + "x".repeat(Trial.TOTAL / 32);
    return account.state().equals(expected) ? 0 : 1;
  }
}
