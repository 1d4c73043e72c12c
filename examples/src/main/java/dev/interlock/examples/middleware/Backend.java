package dev.interlock.examples.middleware;

import java.io.IOException;
import java.time.Duration;

/** A remote service; safe to call from many threads. */
@FunctionalInterface
public interface Backend {
  /**
   * The answer to the request.
   *
   * @throws IOException if there is none within the timeout
   */
  String fetch(String request, Duration timeout) throws IOException;
}
