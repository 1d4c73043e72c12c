package com.copperbeech.bank.batch;

public class Customer {
    private final String name;
    private long interestCents;
    private int statements;
    private long bonusCents;

    public Customer(String name) {
        this.name = name;
    }

    public void creditInterest(long cents) {
        interestCents += cents; // RACE read-modify-write #1
    }

    public synchronized void creditBonus(long cents) {
        bonusCents += cents;
    }

    void printed() {
        statements++;
    }

    public long interestCents() {
        return interestCents;
    }

    public synchronized long bonusCents() {
        return bonusCents;
    }

    public String name() {
        return name + " (" + statements + ")";
    }
}
