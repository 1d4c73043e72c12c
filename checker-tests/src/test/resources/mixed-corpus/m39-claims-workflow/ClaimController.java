package claims;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Web interface of the claims department. */
@RestController
public class ClaimController {

    private final Map<String, ClaimCase> cases = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private String lastClosed;

    @PostMapping("/claims")
    public String report() {
        String number = "C" + numbers.incrementAndGet();
        cases.put(number, new ClaimCase(number));
        return number;
    }

    @PostMapping("/claims/{number}/assign/{clerk}")
    public boolean assign(@PathVariable String number, @PathVariable String clerk) {
        ClaimCase c = cases.get(number);
        return c != null && c.assign(clerk);
    }

    @PostMapping("/claims/{number}/close")
    public boolean close(@PathVariable String number) {
        ClaimCase c = cases.get(number);
        if (c == null) {
            return false;
        }
        ClaimCase.Stage now = c.stage();
        boolean moved = now.next().contains(ClaimCase.Stage.CLOSED) && c.advance(now, ClaimCase.Stage.CLOSED);
        if (moved) {
            lastClosed = number;
        }
        return moved;
    }

    @PostMapping("/claims/{number}/reopen")
    public boolean reopen(@PathVariable String number) {
        ClaimCase c = cases.get(number);
        return c != null && c.reopen();
    }

    public String lastClosed() {
        return lastClosed;
    }
}
