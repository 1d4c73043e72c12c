package sci.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Calibration {
    private int calibrated;
    private int read;
    private double worst;
    private final Map<String, Double> offsets = new HashMap<>();
    private final List<String> failed = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Double> raw = new HashMap<>();

    public void run(List<String> sensors) {
        Loops.serial(sensors, s -> {
            read++;
            raw.put(s, (double) s.length() + raw.size());
        });
        Loops.parallel(sensors, this::calibrate);
        Loops.serial(failed, s -> offsets.putIfAbsent(s, 0.0));
        int before = calibrated;
        Loops.serial(sensors, s -> {
            if (offsets.getOrDefault(s, 0.0) > worst) {
                worst = offsets.get(s);
            }
        });
        System.out.println(before + " of " + read + ", worst " + worst);
    }

    private void calibrate(String sensor) {
        Double r = raw.get(sensor);
        if (r == null || r < 0) {
            failed.add(sensor);
            return;
        }
        double offset = Math.sin(r);
        calibrated++; // RACE rmw
        offsets.put(sensor, offset); // RACE unsafe-collection
    }
}
