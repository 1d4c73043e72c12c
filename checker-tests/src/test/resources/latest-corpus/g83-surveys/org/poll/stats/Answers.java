package org.poll.stats;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The answers of a survey. */
public final class Answers {
    private final List<Answer> all;

    public record Answer(String question, int value, String region) {
    }

    public Answers(List<Answer> all) {
        this.all = List.copyOf(all);
    }

    /** For the figures: large surveys are worked on by all cores. */
    public Stream<Answer> forFigures() {
        return all.stream().unordered().parallel();
    }

    /** For printing, in order. */
    public Stream<Answer> forPrinting() {
        return all.stream();
    }

    public Iterable<Answer> each() {
        return all;
    }

    public IntStream values(String question) {
        return forFigures().filter(a -> a.question().equals(question)).mapToInt(Answer::value);
    }
}
