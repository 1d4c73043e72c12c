package r15invoicerun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;

/** Renders the invoices of a month in parallel and adds up the results. An object serves one run. */
public class InvoiceRun {

    static final class Invoice {
        final String customer;
        long net;
        long vat;
        int lines;

        Invoice(String customer) {
            this.customer = customer;
        }

        Invoice line(long cents, int percent) {
            net += cents;
            vat += cents * percent / 100;
            lines++;
            return this;
        }
    }

    private final ExecutorService pool;
    private final Map<String, Long> totals = new HashMap<>();
    private long net;
    private long vat;
    private int failures;

    public InvoiceRun(ExecutorService pool) {
        this.pool = pool;
    }

    public void bill(Map<String, List<Long>> positions) throws InterruptedException {
        CompletionService<Invoice> renderers = new ExecutorCompletionService<>(pool);
        int submitted = 0;
        for (Map.Entry<String, List<Long>> e : positions.entrySet()) {
            renderers.submit(() -> render(e.getKey(), new ArrayList<>(e.getValue())));
            submitted++;
        }
        while (submitted-- > 0) {
            try {
                collect(renderers.take().get());
            } catch (ExecutionException e) {
                failures++;
            }
        }
    }

    private Invoice render(String customer, List<Long> cents) {
        Invoice invoice = new Invoice(customer);
        for (long c : cents) {
            invoice.line(c, c > 100_000 ? 19 : 7);
        }
        return invoice;
    }

    private void collect(Invoice invoice) {
        net += invoice.net;
        vat += invoice.vat;
        totals.merge(invoice.customer, invoice.net + invoice.vat, Long::sum);
    }

    public String summary() {
        return net + "+" + vat + " of " + totals.size() + " customers, " + failures + " failed";
    }
}
