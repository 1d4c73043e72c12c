package akt;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/** All its state is touched in receive only. */
final class Bank extends Actor<Bank.Message> {
  interface Message {}

  record Deposit(String who, long amount) implements Message {}

  record Withdraw(String who, long amount, LongConsumer reply) implements Message {}

  private final Map<String, Long> accounts = new HashMap<>();
  private long volume;
  private int overdrafts;

  Bank(Executor executor) {
    super(executor);
  }

  @Override
  protected void receive(Message m) {
    if (m instanceof Deposit d) {
      Long before = accounts.get(d.who());
      accounts.put(d.who(), before == null ? d.amount() : before + d.amount());
      volume += d.amount();
    } else if (m instanceof Withdraw w) {
      withdraw(w);
    }
  }

  private void withdraw(Withdraw w) {
    long have = accounts.getOrDefault(w.who(), 0L);
    if (have < w.amount()) {
      overdrafts++;
      w.reply().accept(-1);
      return;
    }
    accounts.put(w.who(), have - w.amount());
    volume += w.amount();
    w.reply().accept(have - w.amount());
  }
}
