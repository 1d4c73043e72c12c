package com.pinball.league;

import java.util.*;

/** The league's table. Machines report from their own threads. */
public class League {
    private final Map<String, Score> scores = new TreeMap<String, Score>();
    private final List<String> ranking = new Vector<String>();

    public Score score(String player) {
        synchronized (scores) {
            Score s = scores.get(player);
            if (s == null) {
                s = new Score();
                scores.put(player, s);
                ranking.add(player);
            }
            return s;
        }
    }

    /** Bonus for a jackpot. */
    public void jackpot(String player, int bonus) {
        Score s = score(player);
        s.setPoints(s.getPoints() + bonus); // RACE read-modify-write #1
    }

    /** Penalty for tilting the machine. */
    public void tilt(String player, int penalty) {
        Score s = score(player);
        synchronized (s) {
            int p = s.getPoints();
            s.setPoints(p < penalty ? 0 : p - penalty);
        }
    }

    public void played(String player, String machine, int won) {
        Score s = score(player);
        s.addGame(won);
        if (won > 1000 || s.getBest().length() == 0) {
            s.setBest(machine); // MAYBE
        }
    }

    /** Moves a player up by one place. */
    public void promote(String player) {
        int i = ranking.indexOf(player);
        if (i > 0) {
            ranking.remove(i); // RACE check-then-act #2
            ranking.add(i - 1, player); // RACE check-then-act #2
        }
    }

    /** Moves a player to the end. */
    public void relegate(String player) {
        synchronized (ranking) {
            if (ranking.remove(player)) {
                ranking.add(player);
            }
        }
    }
}
