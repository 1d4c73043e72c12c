package shop;

import java.util.ArrayList;
import java.util.List;

/** Mutable, but passed from hand to hand. */
class Loaf {
  private final List<String> steps = new ArrayList<>();
  private int minutes;

  Loaf step(String what, int took) {
    steps.add(what);
    minutes += took;
    return this;
  }

  int minutes() {
    return minutes;
  }
}
