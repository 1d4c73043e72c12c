package com.tunable.config;

import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Properties;

/** Polls one file. Never more than one thread per watcher. */
public final class FileWatcher implements Runnable {
  private final File file;
  private final Settings settings;
  private Thread thread;
  private volatile boolean stopped;
  private volatile int polls;
  private volatile int errors;
  private long seen;

  public FileWatcher(File file, Settings settings) {
    this.file = file;
    this.settings = settings;
  }

  public synchronized void start() {
    if (thread == null) {
      thread = new Thread(this, "watch " + file);
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    while (!stopped) {
      polls++;
      long now = file.lastModified();
      if (now != seen) {
        seen = now;
        load();
      }
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void load() {
    Properties p = new Properties();
    try (Reader r = new FileReader(file)) {
      p.load(r);
      settings.reload(p);
    } catch (IOException e) {
      errors++;
    }
  }

  public synchronized void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
      thread = null;
    }
  }

  public String status() {
    return polls + " polls, " + errors + " errors";
  }
}
