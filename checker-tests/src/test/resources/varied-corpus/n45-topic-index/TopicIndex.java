package news.index;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Multiset;
import com.google.common.util.concurrent.AtomicLongMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class TopicIndex {
    private final ExecutorService parsers = Executors.newFixedThreadPool(4);
    private final Multimap<String, String> byTopic = HashMultimap.create();
    private final Multimap<String, String> byAuthor = Multimaps.synchronizedMultimap(HashMultimap.create());
    private final AtomicLongMap<String> words = AtomicLongMap.create();
    private final ConcurrentHashMultiset<String> tags = ConcurrentHashMultiset.create();
    private final ConcurrentHashMultiset<String> links = ConcurrentHashMultiset.create();

    public void submit(String author, String article) {
        parsers.submit(() -> parse(author, article));
    }

    private void parse(String author, String article) {
        int n = 0;
        for (String w : article.split("\\s+")) {
            n++;
            if (w.startsWith("#")) {
                byTopic.put(w.substring(1), article); // RACE unsafe-collection
                tags.add(w);
            } else if (w.startsWith("http:")) {
                links.setCount(w, links.count(w) + 1); // RACE check-then-act
            } else {
                words.incrementAndGet(w);
            }
        }
        if (n > 0) {
            byAuthor.put(author, article);
        }
        if (n > 10_000) {
            words.put("*longest*", Math.max(words.get("*longest*"), n)); // RACE check-then-act
        }
    }

    public List<String> articlesOf(String author) {
        Collection<String> live = byAuthor.get(author);
        synchronized (byAuthor) {
            return new ArrayList<>(live);
        }
    }

    public Multiset<String> tags() {
        return tags;
    }
}
