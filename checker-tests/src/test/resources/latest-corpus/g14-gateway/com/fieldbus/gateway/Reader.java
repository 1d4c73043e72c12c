package com.fieldbus.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads one device's stream; one thread per device. */
class Reader extends Thread {
    private final Device device;
    private final InputStream in;
    private final Gateway gateway;

    Reader(Device device, InputStream in, Gateway gateway) {
        super("reader-" + device.serial());
        this.device = device;
        this.in = in;
        this.gateway = gateway;
    }

    @Override
    public void run() {
        byte[] buf = new byte[64];
        int errors = 0;
        while (errors < 5) {
            try {
                int n = in.read(buf);
                if (n < 0) {
                    break;
                }
                device.frame(Arrays.copyOf(buf, n), System.currentTimeMillis());
                device.setOnline(true);
                gateway.received(device, n);
            } catch (IOException e) {
                errors++;
            }
        }
        gateway.gone(device);
    }
}
