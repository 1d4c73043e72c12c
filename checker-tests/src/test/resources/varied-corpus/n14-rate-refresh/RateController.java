package fx.rates;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class RateController {
    private final ExchangeRates rates;
    private final AtomicInteger bad = new AtomicInteger();
    private int posts;

    public RateController(ExchangeRates rates) {
        this.rates = rates;
    }

    @GetMapping("/convert")
    public BigDecimal convert(@RequestParam String to, @RequestParam BigDecimal amount) {
        try {
            return rates.convert(to, amount);
        } catch (IllegalArgumentException e) {
            bad.incrementAndGet();
            return BigDecimal.ZERO;
        }
    }

    @PostMapping("/rates")
    public synchronized int post(@RequestParam String currency, @RequestParam BigDecimal rate) {
        rates.quote(currency, rate);
        return ++posts;
    }
}
