package iot.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Device state is only changed inside compute(), which runs once at a time per device. */
public class DeviceGateway {
    private static final class Device {
        int packets;
        int lost;
        int lastSeq = -1;
        double ewma;
        final List<String> commands = new ArrayList<>();
    }

    private final ConcurrentMap<String, Device> devices = new ConcurrentHashMap<>();

    public void onPacket(String id, int seq, double value) {
        devices.compute(id, (k, d) -> {
            if (d == null) {
                d = new Device();
            }
            d.packets++;
            if (d.lastSeq >= 0 && seq > d.lastSeq + 1) {
                d.lost += seq - d.lastSeq - 1; // MAYBE
            }
            d.lastSeq = seq;
            d.ewma += (value - d.ewma) * 0.1;
            return d;
        });
    }

    public void queue(String id, String command) {
        devices.computeIfPresent(id, (k, d) -> {
            d.commands.add(command);
            return d;
        });
    }

    public List<String> drain(String id) {
        List<String> out = new ArrayList<>();
        devices.computeIfPresent(id, (k, d) -> {
            out.addAll(d.commands);
            d.commands.clear();
            return d;
        });
        return out;
    }

    public void reportLoss(String id, int n) {
        Device d = devices.get(id);
        if (d != null) {
            d.lost += n; // RACE rmw
        }
    }

    public void retire(String id) {
        devices.computeIfPresent(id, (k, d) -> d.packets == 0 ? null : d);
    }
}
