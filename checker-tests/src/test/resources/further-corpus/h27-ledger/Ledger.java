package ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Books transfers; called by all the tellers. */
public class Ledger {

    private final Map<Long, Account> accounts = new ConcurrentHashMap<>();
    private final List<String> journal = new ArrayList<>();
    private final AtomicLong numbers = new AtomicLong(10_000);

    public Account open(long initial) {
        Account account = new Account(numbers.incrementAndGet(), initial);
        accounts.put(account.getNumber(), account);
        return account;
    }

    public void deposit(long number, long amount) {
        Account account = require(number);
        account.setBalance(account.getBalance() + amount); // RACE split-section #1
        write("deposit " + number + " " + amount);
    }

    public boolean transfer(long from, long to, long amount) {
        Account a = require(from);
        Account b = require(to);
        Account first = a.getNumber() < b.getNumber() ? a : b;
        Account second = first == a ? b : a;
        synchronized (first) {
            synchronized (second) {
                if (a.getBalance() < amount) {
                    return false;
                }
                a.setBalance(a.getBalance() - amount);
                b.setBalance(b.getBalance() + amount);
            }
        }
        write("transfer " + from + " " + to + " " + amount);
        return true;
    }

    public boolean pay(long number, long amount, Runnable delivery) {
        Account account = require(number);
        if (!account.reserve(amount)) {
            return false;
        }
        boolean settled = false;
        try {
            delivery.run();
            account.settle(amount);
            settled = true;
        } finally {
            if (!settled) {
                account.release(amount);
            }
        }
        return true;
    }

    /** Credits interest to every account. */
    public void creditInterest(int basisPoints) {
        List<Account> all = new ArrayList<>(accounts.values());
        all.sort(Comparator.comparingLong(Account::getNumber));
        for (Account account : all) {
            long balance = account.getBalance(); // RACE split-section #2
            long interest = balance * basisPoints / 10_000;
            if (interest > 0) {
                account.setBalance(balance + interest); // RACE split-section #2
                write("interest " + account.getNumber() + " " + interest);
            }
        }
    }

    private Account require(long number) {
        Account account = accounts.get(number);
        if (account == null) {
            throw new IllegalArgumentException("no account " + number);
        }
        return account;
    }

    private void write(String entry) {
        synchronized (journal) {
            journal.add(journal.size() + " " + entry);
        }
    }

    public List<String> journal() {
        synchronized (journal) {
            return new ArrayList<>(journal);
        }
    }
}
