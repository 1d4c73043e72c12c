package k62;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class Feed {
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(3);
    private final VehiclePosition vehicle;

    Feed(VehiclePosition vehicle) {
        this.vehicle = vehicle;
    }

    void start() {
        timers.scheduleAtFixedRate(() -> vehicle.move(0.001, 0.002), 0, 1, TimeUnit.SECONDS);
        timers.scheduleAtFixedRate(() -> vehicle.move(-0.001, 0.0), 0, 3, TimeUnit.SECONDS);
        timers.scheduleAtFixedRate(vehicle::resetOdometer, 1, 1, TimeUnit.HOURS);
    }
}
