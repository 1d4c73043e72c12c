package com.oldmoney.accounts;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Base of the import formats; the subclass parses one line. */
abstract class Importer implements Runnable {
  private final List<String> lines;
  protected int parsed;
  protected int skipped;

  Importer(List<String> lines) {
    this.lines = lines;
  }

  protected abstract boolean parse(String line);

  @Override
  public void run() {
    for (String l : lines) {
      if (parse(l)) {
        parsed++;
      } else {
        skipped++;
      }
    }
  }

  static void importAll(Account target, List<List<String>> files) {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (List<String> f : files) {
      pool.execute(new CsvImporter(target, f));
    }
    pool.shutdown();
  }
}

class CsvImporter extends Importer {
  private static long imported;
  private final Account target;

  CsvImporter(Account target, List<String> lines) {
    super(lines);
    this.target = target;
  }

  @Override
  protected boolean parse(String line) {
    int comma = line.indexOf(',');
    if (comma < 0) {
      parsed--;
      return true;
    }
    target.deposit(Long.parseLong(line.substring(comma + 1)));
    imported++; // RACE rmw
    return true;
  }

  static long imported() {
    return imported;
  }
}
