package com.brasswick.ledger;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Moves money between accounts on behalf of many tellers. */
public class TransferDesk {
    private final ExecutorService tellers;
    private final Journal journal;

    public TransferDesk(int tellerCount, Journal journal) {
        this.tellers = Executors.newFixedThreadPool(tellerCount);
        this.journal = journal;
    }

    public Future<Boolean> transfer(Account from, Account to, long cents) {
        return tellers.submit(() -> {
            Account first = from.iban().compareTo(to.iban()) < 0 ? from : to;
            Account second = first == from ? to : from;
            first.lock().lock();
            second.lock().lock();
            try {
                if (from.balance() < cents) {
                    return false;
                }
                from.post(-cents);
                to.post(cents);
            } finally {
                second.lock().unlock();
                first.lock().unlock();
            }
            journal.write(from.iban(), to.iban(), cents);
            return true;
        });
    }

    public void monthEnd(Collection<Account> accounts, long fee) {
        for (Account a : accounts) {
            tellers.execute(() -> a.chargeFee(fee));
        }
    }

    public Future<Account> open(String iban) {
        return tellers.submit(() -> new Account(iban, 0));
    }
}
