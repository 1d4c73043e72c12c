package com.pinball.league;

import java.util.*;

/** A player's score. */
public class Score {
    private int points;
    private int games;
    private String best = "";

    public synchronized int getPoints() {
        return points;
    }

    public synchronized void setPoints(int points) {
        this.points = points;
    }

    public synchronized void addGame(int won) {
        games++;
        setPoints(getPoints() + won);
    }

    public synchronized int getGames() {
        return games;
    }

    public synchronized String getBest() {
        return best;
    }

    public synchronized void setBest(String best) {
        this.best = best;
    }
}
