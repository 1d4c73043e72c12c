package org.wirefmt.codec;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;

/** Each accepted connection is served by one task from beginning to end. */
public final class Acceptor {
    private final ExecutorService pool;
    private final CodecFactory codecs = new CodecFactory();
    private final BlockingQueue<String> inbox = new LinkedBlockingQueue<>();

    public Acceptor(ExecutorService pool) {
        this.pool = pool;
    }

    public void accept(BlockingQueue<byte[]> source) {
        pool.execute(() -> {
            Decoder decoder = codecs.newDecoder();
            int bytes = 0;
            try {
                for (byte[] chunk = source.take(); chunk.length > 0; chunk = source.take()) {
                    bytes += chunk.length;
                    List<String> frames = decoder.feed(chunk);
                    inbox.addAll(frames);
                }
                inbox.add("closed after " + bytes + " bytes, " + decoder.frames() + " frames");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    public String next() throws InterruptedException {
        return inbox.take();
    }
}
