package sqltokens;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Lends tokenizers to threads. */
public class TokenizerPool {

    private final BlockingQueue<SqlTokenizer> bounded;
    private final ConcurrentLinkedQueue<SqlTokenizer> extra = new ConcurrentLinkedQueue<>();
    private final AtomicInteger extraCount = new AtomicInteger();

    public TokenizerPool(int size) {
        bounded = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            bounded.add(new SqlTokenizer());
        }
    }

    private <T> T with(Function<SqlTokenizer, T> body) {
        SqlTokenizer t = bounded.poll();
        if (t != null) {
            try {
                return body.apply(t);
            } finally {
                bounded.add(t);
            }
        }
        t = extra.poll();
        if (t == null) {
            t = new SqlTokenizer();
            extraCount.incrementAndGet();
        }
        try {
            return body.apply(t);
        } finally {
            extra.offer(t);
        }
    }

    public List<String> tokens(String sql) {
        return with(t -> t.tokens(sql));
    }

    public int countTokens(String sql) {
        return with(t -> t.sameAsLast(sql) ? t.uses() : t.tokens(sql).size());
    }

    public int extra() {
        return extraCount.get();
    }
}
