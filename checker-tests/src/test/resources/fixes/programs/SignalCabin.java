package programs;

/** Shorts, floats and flags in words: what has no atomic form. */
class SignalCabin {
  private short trains;
  private float load;
  private boolean alarm;
  private char track = 'a';

  void pass(float tons) {
    trains++;
    load += tons;
    alarm |= tons > 100;
  }

  void shift() {
    track++;
  }

  String state() {
    return trains + " " + load + " " + alarm + " " + (int) track;
  }

  static String single() {
    SignalCabin cabin = new SignalCabin();
    cabin.pass(2);
    cabin.shift();
    return cabin.state();
  }

  static long lost() {
    SignalCabin cabin = new SignalCabin();
    Trial.race(
        i -> {
          cabin.pass(1);
          cabin.shift();
        });
    String expected =
        (short) Trial.TOTAL + " " + (float) Trial.TOTAL + " false " + (int) (char) ('a' + Trial.TOTAL);
    return cabin.state().equals(expected) ? 0 : 1;
  }
}
