package particles;

/** A particle of the simulation; created by all the worker threads. */
public class Particle {

    private static int created;
    private static int nextGroup = 1;
    private static final Object GROUP_LOCK = new Object();
    private static final Class<?>[] KINDS = {Integer.class, Double.class};
    private static int kindIndex;

    private final int id;
    private final double mass;
    private double x;
    private double velocity;
    private int steps;

    public Particle(double x, double velocity, double mass) {
        this.id = created++; // RACE read-modify-write #1
        this.x = x;
        this.velocity = velocity;
        this.mass = mass;
    }

    public int id() {
        return id;
    }

    public static int newGroup() {
        synchronized (GROUP_LOCK) {
            return nextGroup++;
        }
    }

    static synchronized Class<?> rotateKind() {
        kindIndex = (kindIndex + 1) % KINDS.length;
        return KINDS[kindIndex];
    }

    void step(double dt) {
        x += velocity * dt;
        if (x < 0 || x > 1) {
            velocity = -velocity;
            x = Math.max(0, Math.min(1, x));
        }
        steps++;
    }

    double energy() {
        return mass * velocity * velocity / 2;
    }

    double position() {
        return x;
    }
}
