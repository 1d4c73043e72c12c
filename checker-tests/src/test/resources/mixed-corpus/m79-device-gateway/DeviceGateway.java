package gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Gateway of a group of devices; frames and commands are handled on the context's event loop. */
public class DeviceGateway {

    private final EventLoopContext context = new EventLoopContext();
    private final Map<String, Device> devices = new HashMap<>();
    private final Deque<String> recentErrors = new ArrayDeque<>();
    private final Function<String, byte[]> firmwareStore;
    private final AtomicInteger frames = new AtomicInteger();
    private volatile int online;
    private int bytesLoaded;
    private int loads;

    public DeviceGateway(Function<String, byte[]> firmwareStore) {
        this.firmwareStore = firmwareStore;
    }

    /** Called by the radio driver's threads. */
    public void onFrame(String id, byte[] payload) {
        frames.incrementAndGet();
        context.runOnContext(() -> handleFrame(id, payload));
    }

    private void handleFrame(String id, byte[] payload) {
        Device d = devices.get(id);
        if (d == null) {
            d = new Device(id);
            devices.put(id, d);
            online = devices.size();
            loadFirmware(d);
        }
        d.received += payload.length;
        d.sequence = d.sequence + 1 & 0xff;
        if (payload.length == 0) {
            error(id + ": empty frame");
        }
    }

    private void loadFirmware(Device d) {
        context.executeBlocking(() -> {
            byte[] image = firmwareStore.apply(d.id);
            bytesLoaded += image.length; // RACE rmw #1
            return image;
        }, (image, failure) -> {
            loads++;
            if (failure != null) {
                error(d.id + ": " + failure);
            } else {
                d.firmware = image;
                d.updates++;
            }
        });
    }

    private void error(String text) {
        if (recentErrors.size() >= 50) {
            recentErrors.removeFirst();
        }
        recentErrors.addLast(text);
    }

    /** Called by the management console. */
    public void forget(String id) {
        context.runOnContext(() -> {
            if (devices.remove(id) != null) {
                online--;
            }
        });
    }

    /** Writes the firmware over the air; the transfer is slow. */
    public void flash(String id) {
        context.runOnContext(() -> {
            Device d = devices.get(id);
            if (d == null || d.flashing) {
                return;
            }
            d.flashing = true;
            byte[] image = d.firmware;
            context.executeBlocking(() -> {
                int chunks = (image.length + 511) / 512;
                if (chunks == 0) {
                    recentErrors.addLast(id + ": nothing to flash"); // RACE unsafe-collection #2
                }
                return chunks;
            }, (chunks, failure) -> {
                d.flashing = false;
                d.updates += failure == null ? 1 : 0;
            });
        });
    }

    public int online() {
        return online;
    }

    private static final class Device {
        private final String id;
        private byte[] firmware = new byte[0];
        private long received;
        private int sequence;
        private int updates;
        private boolean flashing;

        Device(String id) {
            this.id = id;
        }
    }
}
