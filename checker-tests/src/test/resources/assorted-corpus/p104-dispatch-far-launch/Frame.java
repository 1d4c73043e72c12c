package iot.edge.core;

import java.util.ArrayList;
import java.util.List;

/** Parses one datagram. A new one for each. */
class Frame {
    private final byte[] data;
    private int position;
    private int errors;
    private final List<Double> values = new ArrayList<>();

    Frame(byte[] data) {
        this.data = data;
    }

    void parse() {
        while (position + 1 < data.length) {
            int hi = data[position++] & 0xff;
            int lo = data[position++] & 0xff;
            if (hi == 0xff) {
                errors++;
                continue;
            }
            values.add((hi * 256 + lo) / 100.0);
        }
    }

    void feed(Meter m) {
        for (double v : values) {
            m.reading(v);
            if (v > 500) {
                m.alarm();
            }
        }
    }

    int errors() {
        return errors;
    }
}
