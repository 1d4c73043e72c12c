package programs;

/** Each of the helpers is given the same rim. */
class RimCooling {
  private final int[] rim = new int[64];
  private final Helper[] helpers = new Helper[4];

  RimCooling() {
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(rim, 0, rim.length);
    }
  }

  /** Warms a part of the rim. */
  static class Helper {
    private final int[] rim;
    private final int first;
    private final int last;

    Helper(int[] rim, int first, int last) {
      this.rim = rim;
      this.first = first;
      this.last = last;
    }

    void warm() {
      for (int cell = first; cell < last; cell++) {
        rim[cell] = rim[cell] / 2 * 2 + 2;
      }
    }
  }

  int total() {
    int total = 0;
    for (int cell : rim) {
      total += cell;
    }
    return total;
  }

  static String single() {
    RimCooling cooling = new RimCooling();
    cooling.helpers[0].warm();
    cooling.helpers[1].warm();
    return "" + cooling.total();
  }

  static long lost() {
    RimCooling cooling = new RimCooling();
    Trial.race(i -> cooling.helpers[i % 4].warm());
    return Math.abs(2L * 64 * Trial.TOTAL - cooling.total());
  }
}
