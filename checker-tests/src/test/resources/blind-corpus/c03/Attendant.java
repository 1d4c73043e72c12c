package it.parco.lot;

import java.util.LinkedList;

/** Guards his list of tips with the lot, because the lot is passed around anyway. */
class Attendant {
  private final ParkingLot lot;
  private final LinkedList<Integer> tips = new LinkedList<Integer>();
  private int shift;
  private int breaks;

  Attendant(ParkingLot lot) {
    this.lot = lot;
  }

  void work(final int n) {
    for (int t = 0; t < 2; t++) {
      new Thread("attendant-" + t) {
        private int mine;

        public void run() {
          for (int i = 0; i < n; i++) {
            tip(i);
            mine += i;
          }
          synchronized (Attendant.this) {
            shift += mine;
          }
        }
      }.start();
    }
  }

  private void tip(int cents) {
    synchronized (lot) {
      tips.addLast(cents);
      if (tips.size() > 10) {
        lot.bill(tips.removeFirst());
      }
    }
  }

  /** Called by the shop steward's thread. */
  void pause() {
    synchronized (lot) {
      breaks++;
      tips.addLast(-breaks);
    }
  }

  synchronized int shift() {
    return shift;
  }
}
