package org.korpus.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Small cells captured by lambdas, because a local variable would have to be final. */
class WordSurvey {
  /** The cell is shared by all tasks. */
  int longWords(List<String> texts) {
    int[] count = {0};
    double[] weight = new double[1];
    List<CompletableFuture<Void>> tasks = new ArrayList<>();
    for (String text : texts) {
      tasks.add(
          CompletableFuture.runAsync(
              () -> {
                for (String word : text.split(" ")) {
                  if (word.length() > 8) {
                    count[0]++; // RACE rmw
                  }
                }
                weight[0] = weight[0] + 1.0 / text.length(); // RACE rmw
              }));
    }
    tasks.forEach(CompletableFuture::join);
    return weight[0] > 0.5 ? count[0] : -count[0];
  }

  /** One cell per task: each is captured by a single lambda. */
  int vowels(List<String> texts) {
    List<int[]> cells = new ArrayList<>();
    List<CompletableFuture<Void>> tasks = new ArrayList<>();
    for (String text : texts) {
      int[] vowels = {0};
      cells.add(vowels);
      tasks.add(
          CompletableFuture.runAsync(
              () -> text.chars().filter(c -> "aeiou".indexOf(c) >= 0).forEach(c -> vowels[0]++)));
    }
    tasks.forEach(CompletableFuture::join);
    return cells.stream().mapToInt(cell -> cell[0]).sum();
  }

  /** No task at all. */
  int sentences(List<String> texts) {
    int[] sentences = {0};
    texts.forEach(text -> text.chars().filter(c -> c == '.').forEach(c -> sentences[0]++));
    String[] longest = {""};
    texts.forEach(t -> longest[0] = t.length() > longest[0].length() ? t : longest[0]);
    return sentences[0] + longest[0].length();
  }

  /** The whole matrix is visible to every task, but each has a row to itself. */
  int[] letterCounts(List<String> texts) {
    int[][] rows = new int[texts.size()][26];
    CompletableFuture<?>[] tasks = new CompletableFuture<?>[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int[] row = rows[i];
      String text = texts.get(i);
      tasks[i] = CompletableFuture.runAsync(() -> countInto(row, text));
    }
    CompletableFuture.allOf(tasks).join();
    int[] sum = new int[26];
    for (int[] row : rows) {
      Arrays.setAll(sum, letter -> sum[letter] + row[letter]);
    }
    return sum;
  }

  private static void countInto(int[] row, String text) {
    for (char c : text.toCharArray()) {
      if (c >= 'a' && c <= 'z') {
        row[c - 'a']++;
      }
    }
  }
}
