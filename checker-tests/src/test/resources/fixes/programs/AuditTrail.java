package programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A builder, a plain list, and a synchronized one. */
class AuditTrail {
  private final StringBuilder text = new StringBuilder();
  private final List<String> once = Collections.synchronizedList(new ArrayList<>());

  void write(String line) {
    text.append(line).append('\n');
  }

  boolean writeOnce(String line) {
    if (!once.contains(line)) {
      once.add(line);
      return true;
    }
    return false;
  }

  int length() {
    return text.length();
  }

  int lines() {
    return once.size();
  }

  static String single() {
    AuditTrail trail = new AuditTrail();
    trail.write("ab");
    return trail.length() + " " + trail.writeOnce("x") + trail.writeOnce("x") + trail.lines();
  }

  static long lost() {
    AuditTrail trail = new AuditTrail();
    Trial.race(
        i -> {
          trail.write("abc");
          trail.writeOnce("l" + i % 50);
        });
    return Math.abs(4L * Trial.TOTAL - trail.length()) + Math.abs(50 - trail.lines());
  }
}
