package cart;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shopping cart kept in the HTTP session. */
public class Cart implements Serializable {

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private BigDecimal discount = BigDecimal.ZERO;
    private int revision;

    synchronized void add(String sku, BigDecimal price, int quantity) {
        Line line = lines.get(sku);
        lines.put(sku, line == null ? new Line(price, quantity) : line.plus(quantity));
        revision++;
    }

    void remove(String sku) {
        if (lines.remove(sku) != null) { // RACE wrong-lock #1
            revision++; // RACE wrong-lock #1
        }
    }

    synchronized BigDecimal total() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line l : lines.values()) {
            sum = sum.add(l.price().multiply(BigDecimal.valueOf(l.quantity())));
        }
        return sum.subtract(discount);
    }

    BigDecimal getDiscount() {
        return discount;
    }

    synchronized void setDiscount(BigDecimal discount) {
        this.discount = discount;
    }

    synchronized Map<String, Line> checkout() {
        Map<String, Line> copy = new LinkedHashMap<>(lines);
        lines.clear();
        discount = BigDecimal.ZERO;
        revision++;
        return copy;
    }

    /** A line of the cart. */
    record Line(BigDecimal price, int quantity) implements Serializable {
        Line plus(int more) {
            return new Line(price, quantity + more);
        }
    }
}
