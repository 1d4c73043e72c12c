package programs;

import java.util.ArrayList;
import java.util.List;

/** Loads, works and saves, as with a row of a table. */
class UploadAlbum {
  private final List<String> stored = java.util.Collections.synchronizedList(new ArrayList<>());
  private final Page[] pages = {new Page(), new Page()};

  void upload(String photo) {
    int i = photo.length() % 2;
    int current = pages[i].count; // as loaded
    stored.add(photo);
    pages[i].count = current + 1;
  }

  int count() {
    return pages[0].count + pages[1].count;
  }

  private static final class Page {
    int count;
  }

  static String single() {
    UploadAlbum album = new UploadAlbum();
    album.upload("a");
    album.upload("bb");
    return album.count() + " " + album.stored.size();
  }

  static long lost() {
    UploadAlbum album = new UploadAlbum();
    Trial.race(i -> album.upload("p" + i));
    return Trial.TOTAL - album.count();
  }
}
