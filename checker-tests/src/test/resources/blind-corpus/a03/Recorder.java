package io.gaugekit.core;

public interface Recorder {
  void record(long nanos);

  default <T> T timed(java.util.function.Supplier<T> body) {
    long begin = System.nanoTime();
    try {
      return body.get();
    } finally {
      record(System.nanoTime() - begin);
    }
  }
}
