package com.copperbeech.bank.batch;

/** A deposit of a customer, who may have several. */
public class Deposit {
    private final Customer owner;
    private final int rateBasisPoints;
    private long cents;
    private long days;

    public Deposit(Customer owner, long cents, int rateBasisPoints) {
        this.owner = owner;
        this.cents = cents;
        this.rateBasisPoints = rateBasisPoints;
    }

    Customer owner() {
        return owner;
    }

    /** One day's interest, capitalised. Each deposit is handled by one task of the batch. */
    long accrue() {
        long interest = cents * rateBasisPoints / 10_000 / 365;
        cents += interest;
        days++;
        return interest;
    }
}
