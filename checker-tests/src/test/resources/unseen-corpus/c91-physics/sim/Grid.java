package sim;

import java.util.ArrayList;
import java.util.List;

/** Double-buffered grid; the rows of the new one are written by one thread each. */
class Grid {
  private int[][] now;
  private int[][] next;
  private int generation;
  private final long[] aliveByRow;

  Grid(int n) {
    now = new int[n][n];
    next = new int[n][n];
    aliveByRow = new long[n];
    now[n / 2][n / 2]++;
  }

  void step() throws InterruptedException {
    List<Thread> rows = new ArrayList<>();
    for (int r = 1; r < now.length - 1; r++) {
      final int row = r;
      Thread t = new Thread(() -> {
        aliveByRow[row] = 0;
        for (int c = 1; c < now.length - 1; c++) {
          next[row][c] = now[row - 1][c] + now[row + 1][c] & 1;
          if (next[row][c] != 0) {
            aliveByRow[row]++;
          }
        }
      });
      rows.add(t);
      t.start();
    }
    for (Thread t : rows) {
      t.join();
    }
    int[][] old = now;
    now = next;
    next = old;
    generation++;
  }

  int generation() {
    return generation;
  }
}
