package stat;

/** A container of a reduction: one per part of the stream. */
final class Tally {
  private int count;
  private double sum;
  private Survey.Choice last;

  void accept(Survey.Answer a) {
    if (last != a.choice()) {
      last = a.choice();
    }
    count++;
    sum += a.weight();
  }

  void combine(Tally other) {
    count += other.count;
    sum += other.sum;
  }

  double mean() {
    return count == 0 ? 0 : sum / count;
  }
}
