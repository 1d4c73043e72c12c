package r19ordernumbers;

import java.time.LocalDate;

/** Issues order numbers of the form yyyymmdd-nnnnnn. */
class OrderNumbers {

    private volatile LocalDate day = LocalDate.now();
    private volatile int sequence;
    private volatile int epoch;
    private final Object rollLock = new Object();

    String next(LocalDate today) {
        if (!today.equals(day)) {
            roll(today);
        }
        int n = ++sequence; // RACE atomic-compound
        return String.format("%tY%<tm%<td-%06d", day, n);
    }

    private void roll(LocalDate today) {
        synchronized (rollLock) {
            if (today.equals(day)) {
                return;
            }
            day = today;
            epoch++;
        }
    }

    int epoch() {
        return epoch;
    }
}
