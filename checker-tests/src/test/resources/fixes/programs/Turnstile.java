package programs;

/** Counts visitors. */
class Turnstile {
  // Since opening, not since midnight.
  private int visitors;
  private volatile long weight; // in grams
  private static int built = 0;

  Turnstile() {
    built++;
  }

  void enter(int grams) {
    visitors++; // one at a time
    /* the belt is heavy */
    weight += grams;
  }

  void leave(int grams) {
    --visitors;
    weight -= grams;
  }

  int nextTicket() {
    return visitors++;
  }

  int visitors() {
    return visitors;
  }

  long weight() {
    return this.weight;
  }

  static String single() {
    Turnstile gate = new Turnstile();
    gate.enter(5);
    gate.enter(7);
    gate.leave(5);
    return gate.nextTicket() + " " + gate.visitors() + " " + gate.weight();
  }

  static long lost() {
    Turnstile gate = new Turnstile();
    Trial.race(i -> gate.enter(2));
    Trial.race(i -> new Turnstile());
    return Trial.TOTAL - gate.visitors() + 2L * Trial.TOTAL - gate.weight() + (built > Trial.TOTAL ? 0 : 1);
  }
}
