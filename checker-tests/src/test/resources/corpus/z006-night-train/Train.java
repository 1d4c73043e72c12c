package rail.nachtzug.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carriages and berths of one train. Not thread-safe; the train desk locks. */
public class Train {
  private final Map<String, List<String>> berths = new HashMap<>();
  private int booked;
  private int cancelled;
  private long fares;

  public void addCarriage(String number) {
    berths.put(number, new ArrayList<>());
  }

  public boolean book(String carriage, String passenger, long cents) {
    List<String> list = berths.get(carriage);
    if (list == null || list.size() >= 36) {
      return false;
    }
    list.add(passenger);
    booked++;
    fares += cents;
    return true;
  }

  public boolean cancel(String passenger) {
    for (List<String> list : berths.values()) {
      if (list.remove(passenger)) {
        cancelled++;
        booked--;
        return true;
      }
    }
    return false;
  }

  public void refund(long cents) {
    fares = Math.max(0, fares - cents);
  }

  public int booked() {
    return booked;
  }

  public String text() {
    return booked + " booked, " + cancelled + " cancelled, " + fares;
  }
}
