package net.bollard.park;

import java.util.Iterator;

/** A gate has its own thread that reads plates. */
public class Gate extends Thread {
    private final CarPark park;
    private final Iterator<String> camera;
    private final Barrier barrier;
    private int turnedAway;

    public Gate(CarPark park, Iterator<String> camera, Barrier barrier) {
        this.park = park;
        this.camera = camera;
        this.barrier = barrier;
    }

    @Override
    public void run() {
        while (camera.hasNext()) {
            String plate = camera.next();
            boolean in = plate.startsWith("D") ? park.enterDisabled(plate) : park.enter(plate);
            if (in) {
                barrier.cycle();
                if (plate.endsWith("E") && !park.plug()) {
                    turnedAway++;
                }
            } else {
                turnedAway++;
            }
        }
        System.out.println(getName() + ": " + turnedAway + " turned away");
    }
}
