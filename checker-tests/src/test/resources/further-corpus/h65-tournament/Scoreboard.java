package tournament;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Results of a running tournament, reported by the judges' tablets and shown on the web. */
public class Scoreboard {

    static final class Tally {
        private int wins;
        private int draws;
        private int losses;

        synchronized void result(int own, int other) {
            if (own > other) {
                wins++;
            } else if (own == other) {
                draws++;
            } else {
                losses++;
            }
        }

        synchronized int points() {
            return wins * 3 + draws;
        }

        synchronized int played() {
            return wins + draws + losses;
        }
    }

    private final ConcurrentMap<String, List<Integer>> goals = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<String>> cards = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<String>> notes = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Tally> tallies = new ConcurrentHashMap<>();
    private final AtomicIntegerArray histogram = new AtomicIntegerArray(10);

    public void result(String home, int homeGoals, String guest, int guestGoals) {
        tally(home).result(homeGoals, guestGoals);
        tally(guest).result(guestGoals, homeGoals);
        goals.computeIfAbsent(home, t -> new ArrayList<>()).add(homeGoals); // RACE unguarded-collection #1
        goals.computeIfAbsent(guest, t -> new ArrayList<>()).add(guestGoals); // RACE unguarded-collection #1
        histogram.incrementAndGet(Math.min(9, homeGoals + guestGoals));
    }

    private Tally tally(String team) {
        Tally t = tallies.get(team);
        if (t != null) {
            return t;
        }
        Tally fresh = new Tally();
        t = tallies.putIfAbsent(team, fresh);
        return t == null ? fresh : t;
    }

    public void card(String team, String player) {
        cards.compute(team, (t, list) -> {
            List<String> next = list == null ? new ArrayList<>() : new ArrayList<>(list);
            next.add(player);
            return Collections.unmodifiableList(next);
        });
    }

    public List<String> cards(String team) {
        return cards.getOrDefault(team, List.of());
    }

    public void note(String team, String text) {
        notes.computeIfAbsent(team, t -> new CopyOnWriteArrayList<>()).add(text);
    }

    public boolean forgetNote(String team, String text) {
        List<String> list = notes.get(team);
        return list != null && list.remove(text);
    }

    public double goalAverage(String team) {
        List<Integer> list = goals.get(team);
        if (list == null) {
            return 0;
        }
        int sum = 0;
        for (int g : list) { // MAYBE
            sum += g;
        }
        return (double) sum / list.size();
    }

    public List<String> ranking() {
        List<String> teams = new ArrayList<>(tallies.keySet());
        teams.sort((a, b) -> Integer.compare(tallies.get(b).points(), tallies.get(a).points()));
        return teams;
    }

    public Map<Integer, Integer> histogram() {
        Map<Integer, Integer> m = new java.util.TreeMap<>();
        for (int i = 0; i < histogram.length(); i++) {
            m.put(i, histogram.get(i));
        }
        return m;
    }
}
