package lib.desk;

import java.util.ArrayList;
import java.util.List;

record Copy(String isbn, int free, List<String> readers) {
  Copy plus(Copy other) {
    return new Copy(isbn, free + other.free, readers);
  }

  Copy lentTo(String reader) {
    List<String> next = new ArrayList<>(readers);
    next.add(reader);
    return new Copy(isbn, free - 1, List.copyOf(next));
  }

  Copy returnedBy(String reader) {
    List<String> next = new ArrayList<>(readers);
    return next.remove(reader) ? new Copy(isbn, free + 1, List.copyOf(next)) : this;
  }
}
