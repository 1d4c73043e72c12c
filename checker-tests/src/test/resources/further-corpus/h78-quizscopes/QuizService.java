package quizscopes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

@Service
public class QuizService implements InitializingBean {

    public record Best(String player, int percent) {}

    private final ObjectProvider<QuizRun> runs;
    private final Map<String, Boolean> answers = new HashMap<>();
    private final ConcurrentHashMap<String, AtomicInteger> missed = new ConcurrentHashMap<>();
    private final AtomicReference<Best> best = new AtomicReference<>(new Best("nobody", 0));
    private volatile List<String> hardest = List.of();
    private QuizArchive archive;
    private int questions;

    public QuizService(ObjectProvider<QuizRun> runs) {
        this.runs = runs;
    }

    @Autowired
    public void setArchive(QuizArchive archive) {
        if (this.archive == null) {
            this.archive = archive;
        }
    }

    @Override
    public void afterPropertiesSet() {
        for (String q : List.of("1+1=2", "2*2=5", "7 is prime")) {
            answers.put(q, !q.endsWith("5"));
            questions++;
        }
    }

    @EventListener(ContextRefreshedEvent.class)
    public void onReady() {
        archive.restore().forEach((q, n) -> missed.computeIfAbsent(q, k -> new AtomicInteger()).addAndGet(n));
    }

    /** Called for each request. */
    public int play(String player, Map<String, Boolean> given) {
        QuizRun run = runs.getObject();
        for (Map.Entry<String, Boolean> e : given.entrySet()) {
            run.answer(e.getKey(), e.getValue().equals(answers.get(e.getKey())));
        }
        for (String q : run.wrong()) {
            missed.computeIfAbsent(q, k -> new AtomicInteger()).incrementAndGet();
        }
        int percent = run.finish();
        best.accumulateAndGet(new Best(player, percent), (a, b) -> b.percent() > a.percent() ? b : a);
        archive.store(player, percent);
        return percent;
    }

    @Scheduled(fixedDelay = 10_000)
    public void rankQuestions() {
        hardest = missed.entrySet().stream()
                .sorted((a, b) -> b.getValue().get() - a.getValue().get())
                .map(Map.Entry::getKey)
                .limit(3)
                .toList();
    }

    public List<String> hardest() {
        return hardest;
    }

    public Best best() {
        return best.get();
    }

    public int questions() {
        return questions;
    }
}
