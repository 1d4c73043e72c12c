package k44;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

public class Simulation {
    private final List<Body> bodies = new ArrayList<>();
    private double totalEnergy;
    private int collisions;
    private long steps;

    public void add(double mass, double x, double v) {
        bodies.add(new Body(mass, x, v));
    }

    public void step(double dt) {
        totalEnergy = 0;
        // newton's third law: both bodies of a pair are pushed
        IntStream.range(0, bodies.size()).parallel().forEach(i -> {
            Body a = bodies.get(i);
            for (int j = i + 1; j < bodies.size(); j++) {
                Body b = bodies.get(j);
                double f = a.pull(b);
                a.force += f; // RACE rmw #1
                b.force -= f; // RACE rmw #1
                if (Math.abs(a.x - b.x) < 1e-3) {
                    collisions++; // RACE rmw #2
                }
            }
        });
        // every body by exactly one thread
        bodies.parallelStream().forEach(b -> {
            b.v += b.force / b.mass * dt;
            b.x += b.v * dt;
            b.force = 0;
        });
        bodies.parallelStream().forEach(b -> totalEnergy += b.kinetic()); // RACE rmw #3
        steps++;
    }

    public static void main(String[] args) {
        Simulation s = new Simulation();
        for (int i = 0; i < 1000; i++) {
            s.add(1 + i % 3, i * 0.1, 0);
        }
        EnergyMeter meter = new EnergyMeter();
        for (int i = 0; i < 100; i++) {
            s.step(0.01);
        }
        System.out.println(s.steps + " " + s.totalEnergy + " " + meter.kinetic(s.bodies) + " " + s.collisions);
    }
}
