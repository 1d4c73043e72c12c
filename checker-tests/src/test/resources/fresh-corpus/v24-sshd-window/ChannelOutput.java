package org.example.sshd.channel;

import java.io.IOException;
import java.io.OutputStream;

/** Stream handed to the application; may be written by several threads. */
class ChannelOutput extends OutputStream {
    private final ChannelWindow remote;
    private final OutputStream packets;
    private final byte[] buffer = new byte[4096];
    private int bufferLength;
    private long written;

    ChannelOutput(ChannelWindow remote, OutputStream packets) {
        this.remote = remote;
        this.packets = packets;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        if (bufferLength == buffer.length) {
            flush();
        }
        buffer[bufferLength++] = (byte) b;
    }

    @Override
    public synchronized void flush() throws IOException {
        int off = 0;
        while (bufferLength > 0) {
            int n = (int) Math.min(bufferLength, remote.waitForSpace(30_000));
            remote.consume(n);
            packets.write(buffer, off, n);
            off += n;
            bufferLength -= n;
            written += n;
        }
    }
}
