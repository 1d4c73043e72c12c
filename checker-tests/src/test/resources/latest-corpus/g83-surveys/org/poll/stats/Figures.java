package org.poll.stats;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Figures about a survey. Made and used by one caller. */
public class Figures {
    private final Answers answers;
    private int odd;
    private int printed;
    private long sumOfSquares;
    private final Map<String, Integer> best = new HashMap<>();
    private final Map<String, Integer> perRegion = new ConcurrentHashMap<>();

    public Figures(Answers answers) {
        this.answers = answers;
    }

    public int odd() {
        odd = 0;
        answers.forFigures().filter(a -> a.value() % 2 != 0).forEach(a -> odd++); // RACE read-modify-write #1
        return odd;
    }

    public int print(PrintStream out) {
        answers.forPrinting().forEach(a -> {
            out.println(a.question() + " " + a.value());
            printed++;
        });
        return printed;
    }

    public double meanOf(String question) {
        IntSummaryStatistics s = answers.values(question).summaryStatistics();
        return s.getAverage();
    }

    public long squares(String question) {
        answers.values(question).forEach(v -> {
            sumOfSquares += (long) v * v; // RACE read-modify-write #2
        });
        return sumOfSquares;
    }

    public long squaresReduced(String question) {
        return answers.values(question).mapToLong(v -> (long) v * v).reduce(0, Long::sum);
    }

    public Map<String, Integer> best() {
        for (Answers.Answer a : answers.each()) {
            Integer b = best.get(a.question());
            if (b == null || b < a.value()) {
                best.put(a.question(), a.value());
            }
        }
        return best;
    }

    public Map<String, Integer> perRegion() {
        answers.forFigures().forEach(a -> perRegion.merge(a.region(), 1, Integer::sum));
        return perRegion;
    }

    /** Mutable reduction: each part of the stream has its own container. */
    public Map<String, Integer> longestQuestion() {
        return answers.forFigures().collect(HashMap::new, (m, a) -> {
            Integer n = m.get(a.region());
            if (n == null || n < a.question().length()) {
                m.put(a.region(), a.question().length());
            }
        }, (m, other) -> other.forEach((k, v) -> m.merge(k, v, Math::max)));
    }
}
