package programs;

import java.util.concurrent.atomic.AtomicInteger;

/** Calls code of others between the look and the write. */
class PhotoDesk {
  /** Where the photos go. */
  interface Store {
    int save(String photo);
  }

  private int count;
  private double bytes;

  void upload(Store store, String photo) {
    int current = count;
    store.save(photo); // takes its time
    count = current + 1;
  }

  void weigh(Store store, String photo) {
    bytes += store.save(photo) * 0.5;
  }

  String report() {
    return count + " photos, " + bytes + " bytes";
  }

  static String single() {
    PhotoDesk desk = new PhotoDesk();
    desk.upload(String::length, "a");
    desk.weigh(String::length, "bb");
    return desk.report();
  }

  static long lost() {
    PhotoDesk desk = new PhotoDesk();
    AtomicInteger saved = new AtomicInteger();
    Trial.race(
        i -> {
          desk.upload(photo -> saved.incrementAndGet(), "p" + i);
          desk.weigh(photo -> 2, "p" + i);
        });
    return Math.abs(saved.get() - desk.count) + (long) Math.abs(Trial.TOTAL - desk.bytes);
  }
}
