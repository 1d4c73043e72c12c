package rail.nachtzug.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import rail.nachtzug.desk.TrainDesk;

/** The requests of the web shop. */
public class BookingApi {
  private final TrainDesk desk = new TrainDesk();

  public boolean book(String train, String passenger) {
    return desk.with(train, t -> t.book("21", passenger, 8_900) || t.book("22", passenger, 7_900));
  }

  public boolean cancel(String train, String passenger) {
    return desk.with(
        train,
        t -> {
          boolean gone = t.cancel(passenger);
          if (gone) {
            t.refund(7_900);
          }
          return gone;
        });
  }

  /** Rebooks within one train and under one lock. */
  public boolean rename(String train, String passenger, String better) {
    return desk.with(
        train, t -> t.booked() > 0 && t.cancel(passenger) && t.book("21", better, 0));
  }

  public String peek(String train) {
    return desk.tryWith(
        train,
        t -> {
          t.refund(0);
          return t.text();
        },
        "busy");
  }

  public int night(ExecutorService web, List<String> passengers) throws Exception {
    List<Future<Boolean>> answers = new ArrayList<>();
    for (String passenger : passengers) {
      answers.add(web.submit(() -> book("NJ 40", passenger)));
      answers.add(web.submit(() -> cancel("NJ 40", passenger)));
      answers.add(web.submit(() -> rename("NJ 40", passenger, passenger + " jun.")));
      web.submit(() -> peek("NJ 40"));
    }
    int yes = 0;
    for (Future<Boolean> answer : answers) {
      if (answer.get()) {
        yes++;
      }
    }
    return yes - desk.unknown();
  }
}
