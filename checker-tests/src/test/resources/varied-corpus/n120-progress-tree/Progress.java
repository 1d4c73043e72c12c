package task.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Hierarchical progress: every child is advanced by one worker, the sum arrives at the root. */
public class Progress {
    private final Progress parent;
    private final double weight;
    private final DoubleConsumer display;
    private final List<Progress> children = new ArrayList<>();
    private double done;
    private int steps;

    public Progress(DoubleConsumer display) {
        this(null, 1, display);
    }

    private Progress(Progress parent, double weight, DoubleConsumer display) {
        this.parent = parent;
        this.weight = weight;
        this.display = display;
    }

    /** Before the workers start. */
    public Progress child(double childWeight) {
        Progress c = new Progress(this, childWeight, null);
        children.add(c);
        return c;
    }

    public void advance(double fraction) {
        steps++; // MAYBE
        bubble(fraction);
    }

    private void bubble(double fraction) {
        done += fraction; // RACE rmw
        if (parent != null) {
            parent.bubble(fraction * weight);
        } else {
            display.accept(Math.min(1, done));
        }
    }

    public int steps() {
        int sum = steps;
        for (Progress c : children) {
            sum += c.steps();
        }
        return sum;
    }
}
