package chess.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Lazy SMP: every worker has its own board and counters; the best result is merged under a lock. */
public final class ParallelSearch {
  private static final class Board {
    final int[] squares = new int[64];
    int ply;
    long key;

    void make(int from, int to) {
      squares[to] = squares[from];
      squares[from] = 0;
      ply++;
      key ^= from * 64L + to;
    }

    void unmake(int from, int to, int captured) {
      squares[from] = squares[to];
      squares[to] = captured;
      ply--;
      key ^= from * 64L + to;
    }

    Board copy() {
      Board b = new Board();
      System.arraycopy(squares, 0, b.squares, 0, 64);
      b.ply = ply;
      b.key = key;
      return b;
    }
  }

  private final class Worker extends Thread {
    private final Board board;
    private long nodes;
    private final int[][] history = new int[64][64];
    private int localBest = Integer.MIN_VALUE;

    Worker(int id, Board root) {
      super("search-" + id);
      this.board = root.copy();
    }

    @Override
    public void run() {
      for (int depth = 1; depth < 5 && !stop; depth++) {
        int score = search(depth, -30_000, 30_000);
        if (score > localBest) {
          localBest = score;
          report(score, depth);
        }
      }
      finished.countDown();
    }

    private int search(int depth, int alpha, int beta) {
      nodes++;
      if ((nodes & 1023) == 0) {
        totalNodes.addAndGet(1024);
      }
      if (depth == 0 || stop) {
        return board.squares[(int) (board.key & 63)];
      }
      for (int m = 0; m < 8; m++) {
        int from = (m * 7) & 63;
        int to = (m * 13 + 5) & 63;
        int captured = board.squares[to];
        board.make(from, to);
        int s = -search(depth - 1, -beta, -alpha);
        board.unmake(from, to, captured);
        if (s > alpha) {
          alpha = s;
          history[from][to] += depth * depth;
          if (alpha >= beta) {
            break;
          }
        }
      }
      return alpha;
    }
  }

  private volatile boolean stop;
  private final AtomicLong totalNodes = new AtomicLong();
  private final AtomicInteger reports = new AtomicInteger();
  private CountDownLatch finished;
  private int bestScore;
  private int bestDepth;
  private final List<String> info = new ArrayList<>();
  private long nodesLastSearch;

  private synchronized void report(int score, int depth) {
    reports.incrementAndGet();
    if (depth > bestDepth || depth == bestDepth && score > bestScore) {
      bestDepth = depth;
      bestScore = score;
      info.add("depth " + depth + " score " + score);
    }
  }

  public int go(int threads) throws InterruptedException {
    Board root = new Board();
    Arrays.fill(root.squares, 0, 16, 1);
    finished = new CountDownLatch(threads);
    Worker[] ws = new Worker[threads];
    for (int i = 0; i < threads; i++) {
      ws[i] = new Worker(i, root);
      ws[i].start();
    }
    finished.await();
    nodesLastSearch = 0;
    for (Worker w : ws) {
      nodesLastSearch += w.nodes;
    }
    synchronized (this) {
      return bestScore;
    }
  }

  public void stop() {
    stop = true;
  }
}
