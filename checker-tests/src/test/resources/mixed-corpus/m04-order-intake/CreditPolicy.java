package orders;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps the credit lines of the customers. */
@Component
public class CreditPolicy {

    private static final BigDecimal DEFAULT_LIMIT = new BigDecimal("5000");

    private final Map<String, BigDecimal> used = new HashMap<>();
    private final Map<String, BigDecimal> limits = new HashMap<>();

    public boolean reserve(String customer, BigDecimal amount) {
        synchronized (used) {
            BigDecimal sum = used.getOrDefault(customer, BigDecimal.ZERO).add(amount);
            if (sum.compareTo(limitOf(customer)) > 0) {
                return false;
            }
            used.put(customer, sum);
            return true;
        }
    }

    public void release(String customer, BigDecimal amount) {
        synchronized (used) {
            BigDecimal left = used.getOrDefault(customer, BigDecimal.ZERO).subtract(amount);
            if (left.signum() <= 0) {
                used.remove(customer);
            } else {
                used.put(customer, left);
            }
        }
    }

    /** Invoked from the back office controller. */
    public void raiseLimit(String customer, BigDecimal by) {
        BigDecimal old = limitOf(customer);
        synchronized (used) {
            limits.put(customer, old.add(by)); // RACE wrong-lock #2
        }
    }

    private BigDecimal limitOf(String customer) {
        return limits.getOrDefault(customer, DEFAULT_LIMIT);
    }
}
