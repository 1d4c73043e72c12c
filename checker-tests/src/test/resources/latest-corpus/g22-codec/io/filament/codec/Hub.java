package io.filament.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class Hub {
    private final FrameCodec codec = new FrameCodec();
    private final List<Channel> channels = new CopyOnWriteArrayList<>();

    public Channel connect(InputStream in, OutputStream out) {
        Channel c = new Channel(codec, in, out);
        channels.add(c);
        c.open();
        return c;
    }

    public void broadcast(Frame f) {
        for (Channel c : channels) {
            try {
                c.send(f);
            } catch (IOException e) {
                channels.remove(c);
            }
        }
    }
}
