package org.wirefmt.codec;

import java.util.ArrayList;
import java.util.List;

/** Reassembles frames of one connection; not thread-safe. */
public final class Decoder {
    private enum State { LENGTH, BODY }

    private State state = State.LENGTH;
    private int missing;
    private int frames;
    private final StringBuilder body = new StringBuilder();

    public List<String> feed(byte[] data) {
        List<String> out = new ArrayList<>();
        for (byte b : data) {
            switch (state) {
                case LENGTH -> {
                    missing = b & 0xff;
                    if (missing > 0) {
                        state = State.BODY;
                    }
                }
                case BODY -> {
                    body.append((char) b);
                    if (--missing == 0) {
                        out.add(body.toString());
                        body.setLength(0);
                        frames++;
                        state = State.LENGTH;
                    }
                }
                default -> throw new AssertionError();
            }
        }
        return out;
    }

    public int frames() {
        return frames;
    }
}
