package games.blacksquare.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A search over one grid, deep in objects that all belong to it. */
class GridSearch {
  private final Deque<Move> moves = new ArrayDeque<>();
  private final Map<Integer, Square> squares = new HashMap<>();
  private final Counters counters = new Counters();
  private int depth;

  static final class Counters {
    int tried;
    int undone;
    final int[] perDepth = new int[64];
  }

  static final class Square {
    char letter;
    int writes;

    void write(char c) {
      letter = c;
      writes++;
    }
  }

  record Move(int index, char letter) {}

  int solve(List<String> words) {
    for (String word : words) {
      place(word, 0);
    }
    while (!moves.isEmpty() && moves.size() % 3 != 0) {
      undo();
    }
    return counters.tried - counters.undone;
  }

  private void place(String word, int from) {
    if (from >= word.length()) {
      return;
    }
    depth++;
    counters.tried++;
    counters.perDepth[Math.min(63, depth)]++;
    Square square = squares.get(from);
    if (square == null) {
      square = new Square();
      squares.put(from, square);
    }
    square.write(word.charAt(from));
    moves.push(new Move(from, word.charAt(from)));
    place(word, from + 1);
    depth--;
  }

  private void undo() {
    Move move = moves.pop();
    counters.undone++;
    squares.get(move.index()).writes -= 1;
  }
}

/** Every task searches with a search of its own; the words are only read. */
class CrosswordSolver {
  private final ExecutorService pool = Executors.newFixedThreadPool(8);
  private final List<String> words;

  CrosswordSolver(List<String> words) {
    this.words = List.copyOf(words);
  }

  private static GridSearch newSearch() {
    return new GridSearch();
  }

  int solveAll(int grids) throws Exception {
    List<Future<Integer>> results = new ArrayList<>();
    for (int i = 0; i < grids; i++) {
      GridSearch prepared = newSearch();
      results.add(pool.submit(() -> prepared.solve(words)));
      results.add(pool.submit(() -> newSearch().solve(words)));
    }
    int best = 0;
    for (Future<Integer> result : results) {
      int value = result.get();
      if (value > best) {
        best = value;
      }
    }
    return best;
  }

  void close() {
    pool.shutdown();
  }
}
