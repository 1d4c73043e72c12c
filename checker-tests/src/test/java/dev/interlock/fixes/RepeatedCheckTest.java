package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A check before a wait is repeated after it. */
final class RepeatedCheckTest {

  @Test
  void checkBeforeAWaitBecomesALoop() {
    Refactoring.byDefault()
        .turns(
            """
            class Dock implements Runnable {
              private int vans;

              synchronized void arrive() {
                vans++;
                notifyAll();
              }

              synchronized void depart() throws InterruptedException {
                // none is there
                if (vans == 0) {
                  wait();
                }
                vans--;
              }

              @Override
              public void run() {
                arrive();
                try {
                  depart();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              static void open() {
                Dock dock = new Dock();
                new Thread(dock).start();
                new Thread(dock).start();
              }
            }
            """,
            """
            class Dock implements Runnable {
              private int vans;

              synchronized void arrive() {
                vans++;
                notifyAll();
              }

              synchronized void depart() throws InterruptedException {
                // none is there
                while (vans == 0) {
                  wait();
                }
                vans--;
              }

              @Override
              public void run() {
                arrive();
                try {
                  depart();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              static void open() {
                Dock dock = new Dock();
                new Thread(dock).start();
                new Thread(dock).start();
              }
            }
            """);
  }

  @Test
  void waitThatEndsByItselfIsNotRepeated() {
    Refactoring.byDefault()
        .leaves(
            """
            class Dock implements Runnable {
              private int vans;

              synchronized void arrive() {
                vans++;
                notifyAll();
              }

              synchronized void depart() throws InterruptedException {
                if (vans == 0) {
                  wait(500);
                }
                vans--;
              }

              @Override
              public void run() {
                arrive();
                try {
                  depart();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              static void open() {
                Dock dock = new Dock();
                new Thread(dock).start();
                new Thread(dock).start();
              }
            }
            """);
  }
}
