package trade.pos;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Net positions per book and instrument, fed by several execution sessions. */
public class PositionKeeper {
    record Key(String book, String instrument) {}

    record Position(long quantity, BigDecimal cost) {
        Position plus(long q, BigDecimal price) {
            return new Position(quantity + q, cost.add(price.multiply(BigDecimal.valueOf(q))));
        }
    }

    private static final Position FLAT = new Position(0, BigDecimal.ZERO);

    private final ConcurrentMap<Key, Position> positions = new ConcurrentHashMap<>();
    private final ConcurrentMap<Key, Position> intraday = new ConcurrentHashMap<>();
    private final ConcurrentMap<Key, BigDecimal> marks = new ConcurrentHashMap<>();

    public void onFill(String book, String instrument, long quantity, BigDecimal price) {
        Key key = new Key(book, instrument);
        Position p = Optional.ofNullable(positions.get(key)).orElse(FLAT); // RACE check-then-act #1
        positions.put(key, p.plus(quantity, price)); // RACE check-then-act #1
        intraday.compute(key, (k, old) -> (old == null ? FLAT : old).plus(quantity, price));
    }

    public void mark(String book, String instrument, BigDecimal price) {
        marks.put(new Key(book, instrument), price);
    }

    public void bust(String book, String instrument, long quantity, BigDecimal price) {
        positions.computeIfPresent(new Key(book, instrument), (k, p) -> p.plus(-quantity, price));
        intraday.replaceAll((k, p) -> k.instrument().equals(instrument) && k.book().equals(book) ? p.plus(-quantity, price) : p);
    }

    public void rename(String from, String to) {
        for (Key k : positions.keySet()) {
            if (k.book().equals(from)) {
                Position moved = positions.remove(k);
                if (moved != null) {
                    positions.merge(new Key(to, k.instrument()), moved,
                            (a, b) -> new Position(a.quantity() + b.quantity(), a.cost().add(b.cost())));
                }
            }
        }
    }

    public BigDecimal value(String book) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Key, Position> e : positions.entrySet()) {
            if (e.getKey().book().equals(book)) {
                sum = sum.add(marks.getOrDefault(e.getKey(), BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(e.getValue().quantity())));
            }
        }
        return sum;
    }

    public void endOfDay() {
        intraday.clear();
    }
}
