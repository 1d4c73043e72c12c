package hotel;

import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Hotel {
  private final Reservations reservations = new Reservations();
  private final Housekeeping board = new Housekeeping();
  private final ExecutorService desk = Executors.newFixedThreadPool(3);

  public void night(String guest, int room) {
    desk.execute(() -> {
      LocalDate today = LocalDate.now();
      if (reservations.book(new Reservations.Stay(guest, room, today))) {
        reservations.spend(guest, 5);
      }
      board.checkout(room);
      Integer next = board.next();
      if (next != null) {
        board.cleaned(next);
      }
      reservations.cancelBefore(today.minusYears(1));
      board.request();
    });
  }
}
