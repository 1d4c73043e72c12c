package r02transferdesk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Takes transfer orders of all branches. */
public class TransferDesk implements AutoCloseable {

    private static final double FEE_RATE = 0.0015;

    private final ExecutorService tellers = Executors.newFixedThreadPool(6);

    public Future<Boolean> submitTransfer(Account from, Account to, long cents) {
        return tellers.submit(() -> transfer(from, to, cents));
    }

    public Future<?> submitFee(Account account, long turnover) {
        return tellers.submit(() -> chargeFee(account, turnover));
    }

    public Future<?> submitInterest(Account account, double rate) {
        return tellers.submit(() -> creditInterest(account, rate));
    }

    private boolean transfer(Account from, Account to, long cents) {
        if (!from.withdraw(cents)) {
            return false;
        }
        to.deposit(cents);
        return true;
    }

    private void chargeFee(Account account, long turnover) {
        long fee = Math.max(1, Math.round(turnover * FEE_RATE));
        long rest = account.getBalance() - fee; // RACE split-lock #1
        account.setBalance(rest); // RACE split-lock #1
    }

    private void creditInterest(Account account, double rate) {
        synchronized (account) {
            long old = account.getBalance();
            account.setBalance(old + Math.round(old * rate));
        }
    }

    @Override
    public void close() throws InterruptedException {
        tellers.shutdown();
        if (!tellers.awaitTermination(30, TimeUnit.SECONDS)) {
            tellers.shutdownNow();
        }
    }
}
