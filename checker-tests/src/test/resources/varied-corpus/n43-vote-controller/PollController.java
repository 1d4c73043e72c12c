package town.polls;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/polls")
public class PollController {
    private final Map<Long, Poll> polls = new ConcurrentHashMap<>();
    private long nextId = 1;

    @Value("${polls.limit:100}")
    private int limit;

    static class Poll {
        final String question;
        final Map<String, Integer> votes = new LinkedHashMap<>();
        int cast;

        Poll(String question) {
            this.question = question;
        }
    }

    @PostMapping("/{question}")
    public long create(@PathVariable String question) {
        long id = nextId++; // RACE rmw
        polls.put(id, new Poll(question));
        return id;
    }

    @PostMapping("/{id}/{choice}")
    public String vote(@PathVariable long id, @PathVariable String choice) {
        Poll p = polls.get(id);
        if (p == null || p.cast >= limit) { // MAYBE
            return "closed";
        }
        p.votes.merge(choice, 1, Integer::sum); // RACE unsafe-collection
        p.cast++; // RACE rmw
        return "thanks";
    }

    @GetMapping("/{id}")
    public Map<String, Object> result(@PathVariable long id) {
        Map<String, Object> out = new HashMap<>();
        Poll p = polls.get(id);
        if (p != null) {
            int shown = 0;
            for (Map.Entry<String, Integer> e : p.votes.entrySet()) {
                out.put(e.getKey(), e.getValue());
                shown += e.getValue();
            }
            out.put("total", shown);
        }
        return out;
    }
}
