package com.pinball.league;

import java.util.*;

public class Machine extends Thread {
    private final League league;
    private final String[] players;
    private final Random random;
    private int ball = 0;
    private int total = 0;

    public Machine(String name, League league, String[] players) {
        super(name);
        this.league = league;
        this.players = players;
        this.random = new Random(name.hashCode());
    }

    public void run() {
        for (ball = 1; ball <= 3; ball++) {
            for (int i = 0; i < players.length; i++) {
                int won = random.nextInt(2000);
                total += won;
                league.played(players[i], getName(), won);
                if (won > 1900) {
                    league.jackpot(players[i], 500);
                    league.promote(players[i]);
                } else if (won < 50) {
                    league.tilt(players[i], 100);
                    league.relegate(players[i]);
                }
            }
        }
        System.out.println(getName() + " " + total);
    }

    public static void main(String[] args) {
        League l = new League();
        new Machine("Attack", l, args).start();
        new Machine("Medieval", l, args).start();
    }
}
