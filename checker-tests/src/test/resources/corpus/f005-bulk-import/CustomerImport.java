package com.importa.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

record Row(int line, String country, String mail) {
  boolean valid() {
    return mail.contains("@");
  }
}

/** Imports customers with the loops of {@link Bulk}. */
class CustomerImport {
  private final Map<String, Integer> byCountry = new ConcurrentHashMap<>();
  private final List<Row> invalid = new ArrayList<>();
  private int imported;
  private int skipped;
  private int lines;

  void importAll(List<Row> rows) {
    Bulk.forEachInOrder(rows, row -> lines += row.line() > 0 ? 1 : 0);
    Bulk.forEachConcurrently(rows, this::importRow);
  }

  private void importRow(Row row) {
    if (row.valid()) {
      byCountry.merge(row.country(), 1, Integer::sum);
      imported++; // RACE rmw
    } else {
      invalid.add(row); // RACE unsafe-collection
    }
  }

  /** The counter of a page is local to the page, the field is not. */
  void skipUnknown(List<Row> rows) {
    Bulk.forEachPage(
        rows,
        500,
        page -> {
          int unknown = 0;
          for (Row row : page) {
            if (row.country().isEmpty()) {
              unknown++;
            }
          }
          skipped += unknown; // RACE rmw
        });
  }

  /** Sorting out in order is done by the importing thread. */
  List<Row> sortOut(List<Row> rows) {
    List<Row> bad = new ArrayList<>();
    Bulk.forEachInOrder(
        rows,
        row -> {
          if (!row.valid()) {
            bad.add(row);
          }
        });
    return bad;
  }

  String summary() {
    return lines + " lines, " + imported + " imported, " + skipped + " skipped " + byCountry;
  }
}

class LockedCustomerImport {
  private final List<Row> invalid = new ArrayList<>();
  private int imported;

  void importAll(List<Row> rows) {
    Bulk.forEachConcurrently(
        rows,
        row -> {
          boolean valid = row.valid();
          synchronized (invalid) {
            if (valid) {
              imported++;
            } else {
              invalid.add(row);
            }
          }
        });
  }
}
