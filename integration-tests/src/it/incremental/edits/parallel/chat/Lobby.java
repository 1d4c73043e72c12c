package chat;

import java.util.concurrent.ExecutorService;

final class Lobby {
  private final Room room = new Room();

  void welcome(ExecutorService guests, int count) {
    for (int guest = 0; guest < count; guest++) {
      guests.execute(room::post);
    }
  }
}
