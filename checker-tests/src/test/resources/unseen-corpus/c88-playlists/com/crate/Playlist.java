package com.crate;

import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A playlist edited by everybody at the party. */
public class Playlist {
  private final List<Track> tracks = new CopyOnWriteArrayList<>();
  private final Deque<Track> upNext = new ConcurrentLinkedDeque<>();
  private final CopyOnWriteArrayList<String> guests = new CopyOnWriteArrayList<>();

  public void add(Track t) {
    tracks.add(t);
  }

  public void like(int i) {
    Track t = tracks.get(i); // RACE check-then-act #1
    tracks.set(i, t.liked()); // RACE check-then-act #1
  }

  public void normalise(UnaryOperator<Track> f) {
    tracks.replaceAll(f);
  }

  public boolean removeAllBy(String artist) {
    return tracks.removeIf(t -> t.artist().equals(artist));
  }

  public void enqueue(Track t) {
    upNext.addLast(t);
  }

  /** The next track, unless its minimum of likes is not reached yet. */
  public Track next(int minLikes) {
    Track head = upNext.peekFirst(); // RACE check-then-act #2
    if (head != null && head.likes() >= minLikes) {
      upNext.pollFirst(); // RACE check-then-act #2
      return head;
    }
    return null;
  }

  public boolean skip(Track t) {
    return upNext.removeFirstOccurrence(t);
  }

  public boolean invite(String guest) {
    return guests.addIfAbsent(guest);
  }

  public int guests() {
    return guests.size();
  }
}
