package com.turnstile.events;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class BoxOffice implements Runnable {
    private static final Object DOOR = new Object();
    private static boolean doorsOpen;

    private final TicketNumbers numbers;
    private final SeatMap seats;
    private final BlockingQueue<Integer> customers = new LinkedBlockingQueue<>();

    public BoxOffice(String name, SeatMap seats) {
        this.numbers = new TicketNumbers(name);
        this.seats = seats;
    }

    public void queueUp(int party) {
        customers.add(party);
    }

    @Override
    public void run() {
        openDoors();
        Integer party;
        while ((party = customers.poll()) != null) {
            if (party > 9) {
                int first = numbers.reserveBlock(party);
                System.out.println("block from " + first);
                continue;
            }
            for (int i = 0; i < party; i++) {
                int seat = seats.take();
                if (seat < 0) {
                    numbers.voidTicket();
                } else {
                    System.out.println(numbers.sell() + " seat " + seat);
                }
            }
        }
    }

    private static void openDoors() {
        synchronized (DOOR) {
            if (!doorsOpen) {
                doorsOpen = true;
                System.out.println("doors open");
            }
        }
    }

    public static void main(String[] args) {
        SeatMap seats = new SeatMap(2000);
        for (String name : args) {
            BoxOffice b = new BoxOffice(name, seats);
            b.queueUp(3);
            b.queueUp(12);
            new Thread(b, name).start();
        }
    }
}
