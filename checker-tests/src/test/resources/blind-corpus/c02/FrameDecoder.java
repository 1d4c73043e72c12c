package io.wirelet.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Incremental decoder of one connection. The gauges are volatile because the monitor looks at them. */
final class FrameDecoder {
  private enum State { HEADER, BODY }

  private State state = State.HEADER;
  private ByteBuffer body;
  private volatile long frames;
  private volatile int pending;
  private final DecoderStats shared;

  FrameDecoder(DecoderStats shared) {
    this.shared = shared;
  }

  List<byte[]> decode(ByteBuffer in) {
    List<byte[]> out = new ArrayList<>();
    while (in.hasRemaining()) {
      switch (state) {
        case HEADER -> {
          int length = in.get() & 0xff;
          body = ByteBuffer.allocate(length);
          pending += length;
          state = State.BODY;
        }
        case BODY -> {
          int n = Math.min(in.remaining(), body.remaining());
          for (int i = 0; i < n; i++) {
            body.put(in.get());
          }
          pending -= n;
          if (!body.hasRemaining()) {
            out.add(body.array());
            frames++;
            shared.frame(body.capacity());
            state = State.HEADER;
          }
        }
      }
    }
    return out;
  }

  long frames() {
    return frames;
  }

  int pending() {
    return pending;
  }
}
