package print;

/** Prints what the spooler gives it. */
class Printer implements Runnable {
  private final Spooler spooler;
  private final StringBuilder paper = new StringBuilder();
  private int sheets;
  private volatile boolean jammed;

  Printer(Spooler spooler) {
    this.spooler = spooler;
  }

  static Thread[] row(Spooler s, int n) {
    Thread[] out = new Thread[n];
    for (int i = 0; i < n; i++) {
      out[i] = new Thread(new Printer(s), "printer-" + i);
      out[i].start();
    }
    return out;
  }

  @Override
  public void run() {
    try {
      while (!jammed) {
        String job = spooler.take();
        paper.append(job).append('\f');
        sheets++;
        if (sheets % 500 == 0) {
          jammed = true;
        }
      }
    } catch (InterruptedException e) {
      paper.setLength(0);
    }
  }
}
