package etl.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class Cleaner {
    private long rejected;

    public List<String> clean(List<String> lines) {
        List<String> out = new ArrayList<>();
        lines.parallelStream().map(String::trim).forEach(l -> {
            if (l.isEmpty()) {
                rejected++; // RACE rmw
            } else {
                out.add(l); // RACE unsafe-collection
            }
        });
        return out;
    }

    public Map<Integer, Integer> lengths(List<String> lines) {
        Map<Integer, Integer> histogram = new HashMap<>();
        int[] longest = new int[1];
        IntStream.range(0, lines.size()).parallel().forEach(i -> {
            int n = lines.get(i).length();
            histogram.merge(n, 1, Integer::sum); // RACE unsafe-collection
            longest[0] = Math.max(longest[0], n); // RACE rmw
        });
        histogram.put(-1, longest[0]);
        return histogram;
    }

    public List<String> cleanCollected(List<String> lines) {
        AtomicLong bad = new AtomicLong();
        List<String> out = lines.parallelStream()
                .map(String::trim)
                .filter(l -> {
                    if (l.isEmpty()) {
                        bad.incrementAndGet();
                        return false;
                    }
                    return true;
                })
                .collect(Collectors.toList());
        rejected += bad.get(); // MAYBE
        return out;
    }

    public StringBuilder joined(List<String> lines) {
        return lines.parallelStream().collect(StringBuilder::new, (b, s) -> b.append(s).append(';'), StringBuilder::append);
    }

    public int[] squares(int n) {
        int[] out = new int[n];
        IntStream.range(0, n).parallel().forEach(i -> {
            out[i] = i;
            out[i] *= i;
        });
        return out;
    }

    public List<Integer> sequential(List<String> lines) {
        List<Integer> sizes = new ArrayList<>();
        lines.stream().sorted().forEach(l -> sizes.add(l.length()));
        return sizes;
    }
}
