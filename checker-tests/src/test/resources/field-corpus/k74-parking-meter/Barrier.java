package k74;

import java.util.concurrent.ThreadLocalRandom;

class Barrier extends Thread {
    private final ParkingGarage garage;
    private int cars;

    Barrier(ParkingGarage garage, int n) {
        super("barrier-" + n);
        this.garage = garage;
    }

    @Override
    public void run() {
        try {
            while (cars < 100) {
                String plate = getName() + "-" + cars++;
                garage.enter(plate);
                Thread.sleep(ThreadLocalRandom.current().nextInt(10));
                garage.leave(plate, cars % 60);
            }
        } catch (InterruptedException e) {
            interrupt();
        }
    }

    public static void main(String[] args) {
        ParkingGarage g = new ParkingGarage(20);
        for (int i = 0; i < 8; i++) {
            new Barrier(g, i).start();
        }
    }
}
