package k37;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
public class ReservationLog {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    void append(String line) {
        lines.add(line);
    }

    public List<String> drain() {
        synchronized (lines) {
            List<String> copy = new ArrayList<>(lines);
            lines.clear();
            return copy;
        }
    }
}
