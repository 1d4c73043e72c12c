package com.ferry.rpc;

import java.io.ByteArrayOutputStream;

/** Not thread-safe; the channel serialises all calls by its write lock. */
class FrameWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int sequence;

  void write(int id, byte[] body) {
    out.write(id);
    out.write(sequence++);
    out.write(body.length);
    out.write(body, 0, body.length);
    if (out.size() > 65536) {
      out.reset();
    }
  }
}
