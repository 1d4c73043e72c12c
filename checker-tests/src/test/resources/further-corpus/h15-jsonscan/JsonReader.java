package jsonscan;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Thread-safe entry point. */
public class JsonReader {

    private static final ThreadLocal<StringBuilder> BUFFER = ThreadLocal.withInitial(StringBuilder::new);
    private static final ThreadLocal<int[]> CALLS = ThreadLocal.withInitial(() -> new int[1]);

    private final LongAdder documents = new LongAdder();

    public Object read(String text) {
        documents.increment();
        CALLS.get()[0]++;
        return new JsonScanner(text).parse();
    }

    public List<Object> readAll(List<String> texts, Executor executor) {
        List<CompletableFuture<Object>> futures = texts.stream()
                .map(t -> CompletableFuture.supplyAsync(() -> read(t), executor))
                .collect(Collectors.toList());
        return futures.stream().map(CompletableFuture::join).collect(Collectors.toList());
    }

    public int depth(String text) {
        JsonScanner scanner = new JsonScanner(text);
        scanner.parse();
        return scanner.maxDepth();
    }

    public static String quote(String s) {
        StringBuilder sb = BUFFER.get();
        sb.setLength(0);
        sb.append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '"' || c == '\\') {
                sb.append('\\');
            }
            sb.append(c);
        }
        return sb.append('"').toString();
    }

    public long documents() {
        return documents.sum();
    }
}
