package r20stripedvisits;

import java.util.HashMap;
import java.util.Map;
import javax.annotation.concurrent.GuardedBy;
import javax.annotation.concurrent.ThreadSafe;

/** Counts page visits per article; striped so that the web threads do not wait for each other. */
@ThreadSafe
public class VisitCounters {

    private static final int STRIPES = 16;

    private static final class Stripe {
        @GuardedBy("this")
        private final Map<String, Integer> visits = new HashMap<>();
        @GuardedBy("this")
        private long sum;
        @GuardedBy("this")
        private String last;
    }

    private final Stripe[] stripes = new Stripe[STRIPES];
    private final int[] histogram = new int[STRIPES];
    private long grandTotal;

    public VisitCounters() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    public int visit(String article) {
        int index = (article.hashCode() & 0x7fffffff) % STRIPES;
        Stripe stripe = stripes[index];
        synchronized (stripe) {
            Integer before = stripe.visits.get(article);
            int now = before == null ? 1 : before + 1;
            stripe.visits.put(article, now);
            stripe.sum++;
            stripe.last = article;
            histogram[index]++;
            grandTotal++; // RACE wrong-lock
            return now;
        }
    }

    public long sum() {
        long total = 0;
        for (Stripe stripe : stripes) {
            synchronized (stripe) {
                total += stripe.sum;
            }
        }
        return total;
    }

    public String lastOf(String article) {
        Stripe stripe = stripes[(article.hashCode() & 0x7fffffff) % STRIPES];
        synchronized (stripe) {
            return stripe.last;
        }
    }

    public boolean consistent() {
        return sum() == grandTotal;
    }
}
