package v13poisxssfconfined;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Renders the sheets of a workbook in parallel, one task for each, and joins the parts at the end. */
public class SheetExporter {
    private final ExecutorService pool;
    private int sheetCount;
    private long cells;

    public SheetExporter(ExecutorService pool) {
        this.pool = pool;
    }

    /** Not thread safe; use one exporter for each export. */
    public void export(Map<String, List<Object[]>> model, Writer out) throws IOException {
        List<Future<SheetWriter>> parts = new ArrayList<>();
        for (Map.Entry<String, List<Object[]>> e : model.entrySet()) {
            sheetCount++;
            parts.add(pool.submit(new SheetTask(e.getKey(), e.getValue())));
        }
        for (Future<SheetWriter> f : parts) {
            try {
                SheetWriter w = f.get();
                w.styles.forEach((k, v) -> totals.merge(k, v, Integer::sum));
                cells += w.cellCount;
                out.append(w.xml);
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
                throw new IOException(ex);
            } catch (ExecutionException ex) {
                throw new IOException(ex.getCause());
            }
        }
    }

    private final Map<String, Integer> totals = new TreeMap<>();

    public String summary() {
        return sheetCount + " sheets, " + cells + " cells, styles " + totals;
    }

    private static final class SheetTask implements Callable<SheetWriter> {
        private final String name;
        private final List<Object[]> rows;

        SheetTask(String name, List<Object[]> rows) {
            this.name = name;
            this.rows = rows;
        }

        @Override
        public SheetWriter call() {
            SheetWriter w = new SheetWriter(name);
            for (Object[] row : rows) {
                w.beginRow();
                for (Object cell : row) {
                    w.cell(cell);
                }
            }
            return w;
        }
    }

    static final class SheetWriter {
        final StringBuilder xml = new StringBuilder();
        final Map<String, Integer> styles = new LinkedHashMap<>();
        int rowNum;
        int cellCount;

        SheetWriter(String name) {
            xml.append("<sheet name='").append(name).append("'>");
        }

        void beginRow() {
            rowNum++;
            xml.append("<row r='").append(rowNum).append("'/>");
        }

        void cell(Object value) {
            if (value == null) {
                throw new UncheckedIOException(new IOException("null in row " + rowNum));
            }
            cellCount++;
            String style = value.getClass().getSimpleName();
            Integer n = styles.get(style);
            styles.put(style, n == null ? 1 : n + 1);
            xml.append("<c>").append(value).append("</c>");
        }
    }
}
