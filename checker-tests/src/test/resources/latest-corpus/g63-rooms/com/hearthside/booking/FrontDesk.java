package com.hearthside.booking;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TransferQueue;

/** The channels over which bookings come in. */
public class FrontDesk {
    private final BookingDesk desk = new BookingDesk();
    private final ExecutorService web = Executors.newFixedThreadPool(8);
    private final Thread phone;
    private final TransferQueue<String> calls = new LinkedTransferQueue<>();
    private int phoneBookings;

    public FrontDesk() {
        phone = new Thread(this::answer, "phone");
        phone.setDaemon(true);
        phone.start();
    }

    public Future<Boolean> webBooking(String room, int from, int to, String guest) {
        return web.submit(() -> desk.book(room, from, to, guest));
    }

    public void call(String text) {
        calls.add(text);
    }

    private void answer() {
        try {
            while (true) {
                String[] f = calls.take().split(" ");
                if (f[0].equals("cancel")) {
                    desk.cancel(f[1], f[2]);
                } else if (desk.book(f[1], Integer.parseInt(f[2]), Integer.parseInt(f[3]), f[4])) {
                    phoneBookings++;
                    System.out.println(phoneBookings + " by phone; " + desk.report());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
