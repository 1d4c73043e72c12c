package tv.ratefuchs.quiz;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;

/** Updates through helpers that take the thing to be changed, or a way to change it. */
class QuizShow {
  private final int[] scores = new int[4];
  private final Board board = new Board();
  private final List<String> buzzers = new ArrayList<>();
  private int rounds;

  private static final class Board {
    int jackpot;
    String leader = "";
  }

  void round(ExecutorService candidates, List<String> names) {
    for (String name : names) {
      candidates.execute(
          () -> {
            buzz(buzzers, name);
            award(scores, name.length() & 3, 10);
            change(board, jackpot -> jackpot + 50);
            lead(board, name);
          });
    }
    rounds++;
  }

  private static void buzz(List<String> into, String name) {
    into.add(name); // RACE unsafe-collection
  }

  private static void award(int[] cells, int player, int points) {
    cells[player] += points; // RACE rmw
  }

  private static void change(Board board, IntUnaryOperator change) {
    board.jackpot = change.applyAsInt(board.jackpot); // RACE rmw
  }

  private static void lead(Board board, String name) {
    if (board.leader.length() < name.length()) { // RACE rmw #1
      board.leader = name; // RACE rmw #1
    }
  }

  String state() {
    return rounds + " " + board.jackpot + " " + board.leader + " " + buzzers;
  }
}

/** The same helpers, given what belongs to the task. */
class RehearsalShow {
  private int rounds;

  private static void award(int[] cells, int player, int points) {
    cells[player] += points;
  }

  private static void strike(List<String> names) {
    Iterator<String> it = names.iterator();
    while (it.hasNext()) {
      if (it.next().isBlank()) {
        it.remove();
      }
    }
  }

  List<Future<int[]>> rehearse(ExecutorService candidates, List<List<String>> teams) {
    List<Future<int[]>> results = new ArrayList<>();
    for (List<String> team : teams) {
      results.add(
          candidates.submit(
              () -> {
                int[] cells = new int[4];
                List<String> names = new ArrayList<>(team);
                strike(names);
                for (String name : names) {
                  award(cells, name.length() & 3, 10);
                }
                return cells;
              }));
      rounds++;
    }
    return results;
  }

  int rounds() {
    return rounds;
  }
}
