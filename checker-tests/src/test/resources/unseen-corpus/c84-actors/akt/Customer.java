package akt;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Customer extends Actor<Long> {
  private final Bank bank;
  private final String name;
  private long last;
  private int refused;

  Customer(Executor executor, Bank bank, String name) {
    super(executor);
    this.bank = bank;
    this.name = name;
  }

  void spend(long amount) {
    bank.tell(new Bank.Withdraw(name, amount, this::tell));
  }

  @Override
  protected void receive(Long balance) {
    if (balance < 0) {
      refused++;
      if (refused % 3 == 0) {
        bank.tell(new Bank.Deposit(name, 10));
      }
    } else {
      last = balance;
    }
  }

  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    Bank bank = new Bank(pool);
    for (int i = 0; i < 20; i++) {
      Customer c = new Customer(pool, bank, "c" + i);
      bank.tell(new Bank.Deposit("c" + i, 100));
      pool.execute(() -> {
        for (int k = 0; k < 50; k++) {
          c.spend(k);
        }
      });
    }
  }
}
