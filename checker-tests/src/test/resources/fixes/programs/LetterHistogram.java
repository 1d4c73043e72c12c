package programs;

/** Counts into the elements of an array. */
class LetterHistogram {
  private final int[] counts = new int[26];
  private final long[] weights;
  private int others;

  LetterHistogram(int classes) {
    this.weights = new long[classes];
  }

  void add(char letter, int weight) {
    if (letter < 'a' || letter > 'z') {
      others++;
      return;
    }
    counts[letter - 'a']++;
    weights[weight % weights.length] += weight;
  }

  int count(char letter) {
    return counts[letter - 'a'];
  }

  long weight(int index) {
    return weights[index];
  }

  int others() {
    return others;
  }

  static String single() {
    LetterHistogram histogram = new LetterHistogram(3);
    histogram.add('a', 4);
    histogram.add('?', 4);
    return histogram.count('a') + " " + histogram.weight(1) + " " + histogram.others();
  }

  static long lost() {
    LetterHistogram histogram = new LetterHistogram(2);
    Trial.race(
        i -> {
          histogram.add('b', 3);
          histogram.add('!', 3);
        });
    return 5L * Trial.TOTAL - histogram.count('b') - histogram.weight(1) - histogram.others();
  }
}
