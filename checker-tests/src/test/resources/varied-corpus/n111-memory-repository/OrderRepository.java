package shop.repo;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Repository;

@Repository
class OrderRepository extends AbstractMemoryRepository<Long, OrderRepository.Order> {
    static final class Order {
        Long id;
        final String customer;
        private int lines;

        Order(String customer) {
            this.customer = customer;
        }

        synchronized void addLine() {
            lines++;
        }
    }

    private final AtomicLong ids = new AtomicLong();
    private long lastId;

    @Override
    protected Long keyOf(Order o) {
        return o.id;
    }

    @Override
    protected Order beforeSave(Order o) {
        if (o.id == null) { // MAYBE
            o.id = ids.incrementAndGet(); // MAYBE
            if (o.id > lastId) { // RACE check-then-act #2
                lastId = o.id; // RACE check-then-act #2
            }
        }
        return o;
    }

    long lastId() {
        return lastId;
    }
}
