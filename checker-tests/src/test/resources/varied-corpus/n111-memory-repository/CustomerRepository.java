package shop.repo;

import java.util.Locale;
import org.springframework.stereotype.Repository;

@Repository
class CustomerRepository extends AbstractMemoryRepository<String, CustomerRepository.Customer> {
    record Customer(String mail, String name) {}

    private int renamed;

    @Override
    protected String keyOf(Customer c) {
        return c.mail().toLowerCase(Locale.ROOT);
    }

    boolean rename(String mail, String name) {
        Customer after = rows.computeIfPresent(mail.toLowerCase(Locale.ROOT), (m, c) -> new Customer(c.mail(), name));
        if (after == null) {
            return false;
        }
        synchronized (rows) {
            renamed++;
        }
        return true;
    }

    boolean renameLoop(String mail, String name) {
        String key = keyOf(new Customer(mail, name));
        Customer old;
        do {
            old = rows.get(key);
            if (old == null) {
                return false;
            }
        } while (!rows.replace(key, old, new Customer(old.mail(), name)));
        return true;
    }

    int renamed() {
        synchronized (rows) {
            return renamed;
        }
    }
}
