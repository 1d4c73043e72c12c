package org.limpet.fetch;

public interface SegmentSource {
    int read(String url, long position, byte[] into);
}
