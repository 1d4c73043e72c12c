package visits;

import java.util.stream.IntStream;

public final class DoorLoad {
  private int opened;

  public int open(Door door, int times) {
    IntStream.range(0, times)
        .parallel()
        .forEach(
            time -> {
              door.open();
              opened++;
            });
    return opened;
  }
}
