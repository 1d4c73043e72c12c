package audit;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Trail that raises an alert for actors with conspicuously many events. */
public class AlertingAuditTrail extends AuditTrail {

    private final int threshold;
    private final Consumer<String> alerts;
    private final Set<String> alerted = new HashSet<>();
    private int suppressed;
    private int sinceTrim;

    public AlertingAuditTrail(int threshold, Consumer<String> alerts) {
        this.threshold = threshold;
        this.alerts = alerts;
    }

    @Override
    public long record(String actor, String action) {
        synchronized (this) {
            if (++sinceTrim >= 1000) {
                sinceTrim = 0;
                trim(10_000);
            }
            return super.record(actor, action);
        }
    }

    @Override
    protected void recorded(long n, String actor) {
        if (countOf(actor) >= threshold) {
            if (alerted.add(actor)) {
                alerts.accept(actor);
            } else {
                suppressed++;
            }
        }
    }

    @Override
    protected void trim(int keep) {
        super.trim(keep);
    }

    public synchronized void reset(String actor) {
        alerted.remove(actor);
    }

    public synchronized int suppressed() {
        return suppressed;
    }
}
