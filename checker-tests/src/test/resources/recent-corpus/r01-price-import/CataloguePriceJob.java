package r01priceimport;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;

public class CataloguePriceJob extends AbstractChunkJob<String> {

    private final Map<String, BigDecimal> prices = new ConcurrentHashMap<>();
    private final LongAdder imported = new LongAdder();
    private int announced;
    private int rejected;
    private int runs;

    public CataloguePriceJob(ExecutorService pool) {
        super(pool, 500);
    }

    @Override
    protected void prepare(List<String> input) {
        rejected = 0;
        for (String line : input) {
            if (!line.isBlank()) {
                announced++;
            }
        }
    }

    @Override
    protected void handle(String line) {
        int semicolon = line.indexOf(';');
        if (semicolon < 1) {
            reject(line, null);
            return;
        }
        try {
            prices.merge(line.substring(0, semicolon), new BigDecimal(line.substring(semicolon + 1).trim()), BigDecimal::min);
            imported.increment();
        } catch (NumberFormatException e) {
            reject(line, e);
        }
    }

    private void reject(String line, Exception cause) {
        rejected++; // RACE rmw
        log.log(java.util.logging.Level.WARNING, "rejected: " + line, cause);
    }

    @Override
    protected void finish() {
        runs++;
        log.info(() -> "run " + runs + ": " + imported.sum() + " of " + announced + " imported, " + rejected + " rejected");
    }
}
