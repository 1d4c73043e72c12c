package ordersweb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
public class OrderController {

    private final OrderService service;
    private final AtomicLong served = new AtomicLong();
    private int rejected;

    public OrderController(OrderService service) {
        this.service = service;
    }

    @PostMapping
    public String place(@RequestBody OrderForm form) {
        served.incrementAndGet();
        List<String> problems = new ArrayList<>();
        int units = 0;
        for (OrderForm.Line line : form.getLines()) {
            if (line.quantity() <= 0) {
                problems.add("bad quantity for " + line.sku());
            }
            units += line.quantity();
        }
        if (!problems.isEmpty()) {
            rejected++; // RACE read-modify-write #1
            return String.join("; ", problems);
        }
        form.normalize();
        return service.place(form, units);
    }

    @GetMapping("/{id}")
    public String find(@PathVariable("id") String id) {
        served.incrementAndGet();
        return service.describe(id);
    }

    @GetMapping("/stats")
    public String stats() {
        return served.get() + " served, " + rejected + " rejected";
    }
}
