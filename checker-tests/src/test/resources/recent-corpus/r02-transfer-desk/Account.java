package r02transferdesk;

/** An account; every accessor is synchronized because tellers and the batch share it. */
public final class Account {
    private final String iban;
    private long balance;

    public Account(String iban, long balance) {
        this.iban = iban;
        this.balance = balance;
    }

    public String iban() {
        return iban;
    }

    public synchronized long getBalance() {
        return balance;
    }

    public synchronized void setBalance(long balance) {
        this.balance = balance;
    }

    public synchronized boolean withdraw(long cents) {
        if (balance < cents) {
            return false;
        }
        balance -= cents;
        return true;
    }

    public synchronized void deposit(long cents) {
        balance += cents;
    }
}
