package k67;

import java.util.ArrayList;
import java.util.List;

public class Stadium {
    private final List<Turnstile> gates = new ArrayList<>();

    public void open(int n) {
        for (int i = 0; i < n; i++) {
            Turnstile t = new Turnstile("G" + i);
            gates.add(t);
            new Thread(t).start();
        }
        Turnstile groups = gates.get(0);
        for (int clerk = 0; clerk < 3; clerk++) {
            new Thread(() -> groups.admitGroup(25), "clerk-" + clerk).start();
        }
    }

    public void close() {
        gates.forEach(Turnstile::close);
    }
}
