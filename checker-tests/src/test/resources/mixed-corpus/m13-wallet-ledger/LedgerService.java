package ledger;

import java.math.BigDecimal;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;

/** Moves money between wallets; called by the payment API's request threads. */
public class LedgerService {

    private final ConcurrentMap<Long, Wallet> wallets = new ConcurrentHashMap<>();
    private final Object feeLock = new Object();
    private BigDecimal fees = BigDecimal.ZERO;

    private Wallet wallet(long id) {
        return wallets.computeIfAbsent(id, Wallet::new);
    }

    public void deposit(long id, BigDecimal amount) {
        Wallet w = wallet(id);
        w.lock().lock();
        try {
            w.credit(amount, "deposit");
        } finally {
            w.lock().unlock();
        }
    }

    public boolean transfer(long from, long to, BigDecimal amount) {
        if (from == to) {
            return true;
        }
        Wallet source = wallet(from);
        Wallet target = wallet(to);
        Lock first = from < to ? source.lock() : target.lock();
        Lock second = from < to ? target.lock() : source.lock();
        first.lock();
        try {
            second.lock();
            try {
                if (source.available().compareTo(amount) < 0) {
                    return false;
                }
                source.debit(amount, "to " + to);
                target.credit(amount, "from " + from);
                return true;
            } finally {
                second.unlock();
            }
        } finally {
            first.unlock();
        }
    }

    /** Pays a merchant and keeps a part of the amount. */
    public boolean pay(long customer, long merchant, BigDecimal amount, BigDecimal fee) {
        Wallet payer = wallet(customer);
        Wallet receiver = wallet(merchant);
        payer.lock().lock();
        try {
            if (payer.available().compareTo(amount) < 0) {
                return false;
            }
            payer.debit(amount, "pay " + merchant);
            receiver.credit(amount.subtract(fee), "paid by " + customer); // RACE wrong-lock #1
        } finally {
            payer.lock().unlock();
        }
        synchronized (feeLock) {
            fees = fees.add(fee);
        }
        return true;
    }

    /** Puts a hold on a wallet for a card authorization. */
    public boolean authorize(long id, BigDecimal amount) {
        Wallet w = wallet(id);
        BigDecimal free;
        w.lock().lock();
        try {
            free = w.available();
        } finally {
            w.lock().unlock();
        }
        if (free.compareTo(amount) < 0) { // RACE split-lock #2
            return false;
        }
        w.hold(amount); // RACE split-lock #2
        return true;
    }

    public void capture(long id, BigDecimal amount) {
        Wallet w = wallet(id);
        w.lock().lock();
        try {
            w.unhold(amount);
            w.debit(amount, "capture");
        } finally {
            w.lock().unlock();
        }
    }

    public BigDecimal collectFees() {
        synchronized (feeLock) {
            BigDecimal result = fees;
            fees = BigDecimal.ZERO;
            return result;
        }
    }
}
