package lot;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A gate is an actor: its thread is the only one to handle its mailbox. */
final class Gate {
  private final BlockingQueue<String> mailbox = new LinkedBlockingQueue<>();
  private final Garage garage;
  private final StringBuilder tape = new StringBuilder();
  private int opened;
  private int queueMax;

  private Gate(Garage garage) {
    this.garage = garage;
  }

  static Gate start(Garage garage, String name) {
    Gate g = new Gate(garage);
    Thread t = new Thread(g::serve, name);
    t.setDaemon(true);
    t.start();
    return g;
  }

  void arrive(String plate) {
    mailbox.add(plate);
  }

  private void serve() {
    try {
      while (true) {
        String plate = mailbox.take();
        queueMax = Math.max(queueMax, mailbox.size());
        if (plate.startsWith("-")) {
          garage.leave(plate.substring(1), 30);
        } else {
          tape.append(garage.enter(plate)).append(' ');
        }
        opened++;
      }
    } catch (InterruptedException e) {
      tape.append("closed after ").append(opened);
    }
  }
}
