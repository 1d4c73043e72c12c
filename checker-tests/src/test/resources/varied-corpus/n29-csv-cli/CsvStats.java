package tools.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** usage: csvstats FILE... ; reads each file in a thread of its own and prints the columns. */
public final class CsvStats {
    private static int warnings;
    private static final Map<String, Integer> WIDTHS = new HashMap<>();

    private static final class Reader extends Thread {
        private final Path file;
        private final Map<String, Integer> widths = new HashMap<>();
        private int rows;
        private int broken;

        Reader(Path file) {
            super("csv-" + file.getFileName());
            this.file = file;
        }

        @Override
        public void run() {
            try (BufferedReader in = Files.newBufferedReader(file)) {
                String head = in.readLine();
                if (head == null) {
                    return;
                }
                String[] columns = head.split(",");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    rows++;
                    String[] cells = line.split(",", -1);
                    if (cells.length != columns.length) {
                        broken++;
                        continue;
                    }
                    for (int i = 0; i < cells.length; i++) {
                        widths.merge(columns[i], cells[i].length(), Math::max);
                    }
                }
            } catch (IOException e) {
                broken = -1;
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        List<Reader> readers = new ArrayList<>();
        for (String arg : args) {
            if (arg.startsWith("-")) {
                warnings++;
                continue;
            }
            Reader r = new Reader(Paths.get(arg));
            r.start();
            readers.add(r);
        }
        int rows = 0;
        for (Reader r : readers) {
            r.join();
            rows += r.rows;
            if (r.broken != 0) {
                warnings++;
            }
            r.widths.forEach((c, w) -> WIDTHS.merge(c, w, Math::max));
        }
        System.out.println(rows + " rows, " + warnings + " warnings, " + WIDTHS);
    }
}
