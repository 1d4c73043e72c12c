package ledger;

/** A bank account. Thread-safe. */
public class Account {

    private final long number;
    private long balance;
    private long reserved;
    private int version;

    public Account(long number, long balance) {
        this.number = number;
        this.balance = balance;
    }

    public long getNumber() {
        return number;
    }

    public synchronized long getBalance() {
        return balance;
    }

    public synchronized void setBalance(long balance) {
        this.balance = balance;
        this.version++;
    }

    public synchronized boolean reserve(long amount) {
        if (balance - reserved < amount) {
            return false;
        }
        reserved += amount;
        return true;
    }

    public synchronized void release(long amount) {
        reserved = Math.max(0, reserved - amount);
    }

    public synchronized void settle(long amount) {
        reserved -= amount;
        balance -= amount;
        version++;
    }

    public synchronized int getVersion() {
        return version;
    }
}
