package com.belegfluss.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

interface Visitor {
  void line(String text, long cents);
}

record Invoice(List<String> lines, long cents) {
  void accept(Visitor visitor) {
    for (String line : lines) {
      visitor.line(line, cents / lines.size());
    }
  }
}

/** Passes itself along: the updates happen three calls away from the task. */
class InvoiceTotals implements Visitor {
  private final List<String> large = new ArrayList<>();
  private long total;
  private int lines;

  void readAll(ExecutorService pool, List<Invoice> invoices) {
    for (Invoice invoice : invoices) {
      pool.execute(() -> read(invoice));
    }
  }

  private void read(Invoice invoice) {
    invoice.accept(this);
    Helper.note(this, invoice);
  }

  @Override
  public void line(String text, long cents) {
    lines++; // RACE rmw
    bump(cents);
  }

  private void bump(long cents) {
    total = plus(total, cents); // RACE rmw
  }

  private static long plus(long a, long b) {
    return Math.addExact(a, b);
  }

  void addLarge(String text) {
    large.add(text); // RACE unsafe-collection
  }

  String summary() {
    return lines + " lines, " + total + " ct, " + large;
  }

  static final class Helper {
    static void note(InvoiceTotals totals, Invoice invoice) {
      if (invoice.cents() > 1_000_000) {
        totals.addLarge(invoice.lines().get(0));
      }
    }
  }
}

/** The same visit with a visitor that lives only as long as the task. */
class InvoicePrinter {
  void printAll(ExecutorService pool, List<Invoice> invoices) {
    for (Invoice invoice : invoices) {
      pool.execute(
          () -> {
            Sheet sheet = new Sheet();
            invoice.accept(sheet);
            System.out.println(sheet.close());
          });
    }
  }

  private static final class Sheet implements Visitor {
    private final StringBuilder text = new StringBuilder();
    private int number;
    private long sum;

    @Override
    public void line(String line, long cents) {
      number++;
      sum += cents;
      text.append(number).append(' ').append(line).append('\n');
    }

    String close() {
      return text.append(sum).toString();
    }
  }
}

/** A shared visitor whose one method is locked. */
class LockedTotals implements Visitor {
  private long total;

  @Override
  public synchronized void line(String text, long cents) {
    total += cents;
  }

  void readAll(List<Invoice> invoices) {
    invoices.parallelStream().forEach(invoice -> invoice.accept(this));
  }
}
