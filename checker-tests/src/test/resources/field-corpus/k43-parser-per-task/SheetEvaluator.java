package k43;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Evaluates the cells of a sheet in parallel; each task has its parser, results come by futures. */
public class SheetEvaluator {
    private static final ThreadLocal<StringBuilder> SCRATCH = ThreadLocal.withInitial(StringBuilder::new);
    private final ExecutorService pool = Executors.newFixedThreadPool(6);
    private int failedCells;

    private static final class CellResult {
        final String cell;
        double value;
        int errors;

        CellResult(String cell) {
            this.cell = cell;
        }
    }

    public Map<String, Double> evaluate(Map<String, String> formulas) throws InterruptedException {
        List<Future<CellResult>> futures = new ArrayList<>();
        formulas.forEach((cell, text) -> futures.add(pool.submit(() -> evaluateCell(cell, text))));
        Map<String, Double> values = new LinkedHashMap<>();
        for (Future<CellResult> f : futures) {
            try {
                CellResult r = f.get();
                values.put(r.cell, r.value);
                failedCells += r.errors;
            } catch (ExecutionException e) {
                failedCells++;
            }
        }
        return values;
    }

    private CellResult evaluateCell(String cell, String text) {
        StringBuilder sb = SCRATCH.get();
        sb.setLength(0);
        for (String part : text.split("\\s+")) {
            sb.append(part);
        }
        CellResult r = new CellResult(cell);
        ExpressionParser p = new ExpressionParser(sb.toString());
        r.value += p.parse();
        r.errors += p.errors();
        return r;
    }

    public int failedCells() {
        return failedCells;
    }
}
