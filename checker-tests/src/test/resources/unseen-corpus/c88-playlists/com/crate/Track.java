package com.crate;

public record Track(String artist, String title, int likes) {
  Track liked() {
    return new Track(artist, title, likes + 1);
  }
}
