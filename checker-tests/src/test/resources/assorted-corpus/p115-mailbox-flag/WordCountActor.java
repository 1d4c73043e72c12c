package org.cellmate.actor;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

public class WordCountActor extends Mailbox<Object> {
    public static final class Query {
        final String word;
        final CompletableFuture<Integer> reply = new CompletableFuture<Integer>();

        public Query(String word) {
            this.word = word;
        }
    }

    private final Map<String, Integer> counts = new HashMap<String, Integer>();
    private int texts;
    private int queries;

    public WordCountActor() {
        super(ForkJoinPool.commonPool());
    }

    @Override
    protected void receive(Object m) {
        if (m instanceof String) {
            texts++;
            for (String w : ((String) m).split("\\s+")) {
                Integer n = counts.get(w);
                counts.put(w, n == null ? 1 : n + 1);
            }
        } else if (m instanceof Query) {
            queries++;
            Query q = (Query) m;
            Integer n = counts.get(q.word);
            q.reply.complete(n == null ? 0 : n);
        }
    }
}
