package com.folioworks.catalogue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** Immutable, with values that are computed when they are first asked for. */
final class Isbn {
  private static final AtomicLong CREATED = new AtomicLong();

  private final String digits;
  private int hash;
  private String formatted;
  private Integer checkDigit;

  Isbn(String digits) {
    this.digits = digits;
    CREATED.incrementAndGet();
  }

  /** As String does: whoever computes it computes the same. */
  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = digits.hashCode() * 31 + 7;
      hash = h;
    }
    return h;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Isbn isbn && isbn.digits.equals(digits);
  }

  @Override
  public String toString() {
    String s = formatted;
    if (s == null) {
      s = digits.substring(0, 3) + "-" + digits.substring(3);
      formatted = s;
    }
    return s;
  }

  int checkDigit() {
    Integer digit = checkDigit;
    if (digit == null) {
      int sum = 0;
      for (int i = 0; i < digits.length(); i++) {
        sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
      }
      digit = (10 - sum % 10) % 10;
      checkDigit = digit;
    }
    return digit;
  }

  static long created() {
    return CREATED.get();
  }
}

/** Looks the same, but what it makes is mutable and must exist once. */
final class Edition {
  private final Isbn isbn;
  private StringBuffer remarks;
  private int lookups;

  Edition(Isbn isbn) {
    this.isbn = isbn;
  }

  StringBuffer remarks() {
    if (remarks == null) { // RACE check-then-act #1
      remarks = new StringBuffer(isbn.toString()); // RACE check-then-act #1
    }
    return remarks;
  }

  int lookup() {
    return ++lookups; // RACE rmw
  }
}

class Catalogue {
  private final Edition[] editions;

  Catalogue(String... digits) {
    editions = new Edition[digits.length];
    for (int i = 0; i < digits.length; i++) {
      editions[i] = new Edition(new Isbn(digits[i]));
    }
  }

  void index(ExecutorService indexers) {
    for (Edition edition : editions) {
      Isbn isbn = new Isbn("9783161484100");
      for (int i = 0; i < 3; i++) {
        indexers.execute(() -> System.out.println(isbn + " " + isbn.checkDigit()));
        indexers.submit(isbn::hashCode);
        indexers.execute(() -> edition.remarks().append("seen"));
        indexers.execute(edition::lookup);
      }
    }
  }
}
