package tape;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TransferQueue;

/** A subclass of Thread, created and started by its factory: one writer per object. */
class Recorder extends Thread {
  private final TransferQueue<String> queue = new LinkedTransferQueue<>();
  private final List<String> tape = new ArrayList<>();
  private volatile int length;
  private int blanks;
  private volatile boolean done;

  private Recorder() {
    super("recorder");
  }

  static Recorder launch() {
    Recorder r = new Recorder();
    r.tape.add("header");
    r.length++;
    r.start();
    return r;
  }

  void record(String frame) {
    queue.add(frame);
  }

  @Override
  public void run() {
    try {
      while (!done || !queue.isEmpty()) {
        write(queue.take());
      }
    } catch (InterruptedException e) {
      blanks = -1;
    }
  }

  private void write(String frame) {
    if (frame.isEmpty()) {
      blanks++;
      return;
    }
    tape.add(frame);
    length += frame.length();
  }

  int length() {
    return length;
  }

  List<String> finish() throws InterruptedException {
    done = true;
    queue.add("");
    join();
    tape.add("trailer, blanks " + blanks);
    length++;
    return tape;
  }
}
