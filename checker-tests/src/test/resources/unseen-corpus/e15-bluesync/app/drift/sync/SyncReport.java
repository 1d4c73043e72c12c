package app.drift.sync;

import java.util.ArrayList;
import java.util.List;

public class SyncReport {
  long uploaded;
  long downloaded;
  int rounds;
  final List<String> skipped = new ArrayList<>();
  final StringBuilder names = new StringBuilder();

  public long uploaded() {
    return uploaded;
  }

  public List<String> skipped() {
    return skipped;
  }
}
