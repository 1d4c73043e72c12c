package beer.kupferkessel.bottling;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TransferQueue;

/** A bottle is washed, filled and labelled by three machines; one of them has it at a time. */
class Bottle {
  private int rinses;
  private int millilitres;
  private String label = "";

  void rinse() {
    rinses++;
  }

  void fill(int amount) {
    millilitres += amount;
  }

  void label(String text) {
    label = label + text;
  }

  boolean isEnd() {
    return millilitres < 0;
  }

  @Override
  public String toString() {
    return label + " " + millilitres + " ml, rinsed " + rinses;
  }
}

class BottlingLine {
  private final BlockingQueue<Bottle> washed = new ArrayBlockingQueue<>(20);
  private final TransferQueue<Bottle> filled = new LinkedTransferQueue<>();
  private int washedCount;
  private int filledCount;
  private int labelledCount;

  private void wash(int bottles) throws InterruptedException {
    for (int i = 0; i < bottles; i++) {
      Bottle bottle = new Bottle();
      bottle.rinse();
      bottle.rinse();
      washedCount++;
      washed.put(bottle);
    }
    Bottle end = new Bottle();
    end.fill(-1);
    washed.put(end);
  }

  private void fill() throws InterruptedException {
    while (true) {
      Bottle bottle = washed.take();
      if (bottle.isEnd()) {
        filled.transfer(bottle);
        return;
      }
      bottle.fill(330);
      bottle.fill(3);
      filledCount++;
      filled.transfer(bottle);
    }
  }

  private void label() throws InterruptedException {
    Bottle bottle = filled.take();
    while (!bottle.isEnd()) {
      bottle.label("Helles");
      labelledCount++;
      System.out.println(bottle);
      bottle = filled.take();
    }
  }

  private interface Machine {
    void run() throws InterruptedException;
  }

  private static Thread start(Machine machine) {
    Thread thread =
        new Thread(
            () -> {
              try {
                machine.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    return thread;
  }

  static int run(int bottles) throws InterruptedException {
    BottlingLine line = new BottlingLine();
    Thread washer = start(() -> line.wash(bottles));
    Thread filler = start(line::fill);
    Thread labeller = start(line::label);
    washer.join();
    filler.join();
    labeller.join();
    line.washedCount -= line.filledCount;
    return line.washedCount + line.labelledCount;
  }
}
