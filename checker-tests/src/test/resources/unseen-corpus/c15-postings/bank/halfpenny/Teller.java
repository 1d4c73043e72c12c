package bank.halfpenny;

import java.util.List;
import java.util.Random;

public class Teller extends Thread {
  private final Book book;
  private final Vault vault;
  private final Random dice;
  private int declined;

  Teller(Book book, Vault vault, long seed) {
    this.book = book;
    this.vault = vault;
    this.dice = new Random(seed);
  }

  @Override
  public void run() {
    for (int i = 0; i < 10_000; i++) {
      book.deposit(dice.nextInt(100), 5);
      if (!book.withdraw(dice.nextInt(100), 7)) {
        declined++;
      }
      vault.rebalance(dice.nextInt(12), dice.nextInt(12), 3);
    }
  }

  public static int day(int tellers) throws InterruptedException {
    Book book = new Book(100, 1000);
    Vault vault = new Vault();
    List<Teller> team = new java.util.ArrayList<>();
    for (int i = 0; i < tellers; i++) {
      team.add(new Teller(book, vault, i));
    }
    for (Teller t : team) {
      t.start();
    }
    int declined = 0;
    for (Teller t : team) {
      t.join();
      declined += t.declined;
    }
    Book.trial(book);
    return declined;
  }
}
