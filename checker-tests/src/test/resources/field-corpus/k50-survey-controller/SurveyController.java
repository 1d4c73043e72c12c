package k50;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class SurveyController {

    private final Map<Long, List<String>> answers = new HashMap<>();
    private final Tally tally;
    private long nextAnswerId = 1;

    public SurveyController(Tally tally) {
        this.tally = tally;
    }

    @PostMapping("/survey/{id}")
    public long answer(@PathVariable long id, @RequestBody String text) {
        answers.computeIfAbsent(id, k -> new ArrayList<>()).add(text); // RACE unsafe-collection #1
        tally.count(text);
        return nextAnswerId++; // RACE rmw #2
    }

    @GetMapping("/survey/{id}")
    public int size(@PathVariable long id) {
        List<String> all = answers.get(id);
        int words = 0;
        for (String a : all == null ? List.<String>of() : all) {
            words += a.split(" ").length;
        }
        return words;
    }

    @Scheduled(fixedDelay = 60000)
    public void publish() {
        tally.publish();
    }
}
