package tv.kinolux.subtitles;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Subtitle cues added by several translators at once. */
class SubtitleTrack {
  private final Object mutex = new Object();
  private final Lock styleLock = new ReentrantLock();
  private final List<String> cues = new ArrayList<>();
  private int edits;
  private int styles;
  private int reviews;

  Object mutex() {
    return mutex;
  }

  private Lock styleLock() {
    return styleLock;
  }

  /** Looks like a getter, makes a new lock for each caller. */
  private Lock reviewLock() {
    return new ReentrantLock();
  }

  void add(String cue) {
    synchronized (mutex()) {
      cues.add(cue);
      edits++;
    }
  }

  void style() {
    Lock lock = styleLock();
    lock.lock();
    try {
      styles++;
    } finally {
      lock.unlock();
    }
  }

  void review() {
    Lock lock = reviewLock();
    lock.lock();
    try {
      reviews++; // RACE wrong-lock
    } finally {
      lock.unlock();
    }
  }

  int reviews() {
    return reviews;
  }

  /** For callers that hold the mutex. */
  void removeLast() {
    if (!cues.isEmpty()) {
      cues.remove(cues.size() - 1);
      edits++;
    }
  }
}

class Translator extends Thread {
  private final SubtitleTrack track;

  Translator(SubtitleTrack track) {
    this.track = track;
  }

  @Override
  public void run() {
    track.add("Guten Abend");
    track.style();
    track.review();
    synchronized (track.mutex()) {
      track.removeLast();
    }
  }

  static void translate(int people) {
    SubtitleTrack track = new SubtitleTrack();
    for (int i = 0; i < people; i++) {
      new Translator(track).start();
    }
  }
}
