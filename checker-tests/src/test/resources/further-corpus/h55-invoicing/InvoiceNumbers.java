package invoicing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class InvoiceNumbers {

    private final Map<Integer, Integer> lastPerYear = new HashMap<>();

    @Transactional
    public synchronized String next(int year) {
        Integer last = lastPerYear.get(year);
        int number = last == null ? 1 : last + 1;
        lastPerYear.put(year, number);
        return year + "-" + number;
    }

    public synchronized int issued(int year) {
        return lastPerYear.getOrDefault(year, 0);
    }
}
