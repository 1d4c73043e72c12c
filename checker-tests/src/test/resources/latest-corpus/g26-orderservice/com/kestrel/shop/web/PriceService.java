package com.kestrel.shop.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;

@Service
public class PriceService {
    private final Map<String, BigDecimal> cache = new WeakHashMap<>();
    private final AtomicReference<BigDecimal> discounts = new AtomicReference<>(BigDecimal.ZERO);
    private volatile BigDecimal factor = BigDecimal.ONE;

    public BigDecimal total(Cart cart) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Integer> e : cart.items().entrySet()) {
            sum = sum.add(price(e.getKey()).multiply(BigDecimal.valueOf(e.getValue())));
        }
        if (cart.pieces() > 10) {
            BigDecimal off = sum.movePointLeft(1);
            discounts.updateAndGet(d -> d.add(off));
            sum = sum.subtract(off);
        }
        return sum.multiply(factor);
    }

    private BigDecimal price(String article) {
        BigDecimal p = cache.get(article);
        if (p == null) {
            p = BigDecimal.valueOf(Math.abs(article.hashCode()) % 10_000, 2);
            cache.put(article, p); // RACE unguarded-collection #2
        }
        return p;
    }

    /** Called by the administration page. */
    public void setFactor(BigDecimal factor) {
        this.factor = factor;
    }

    public void raise(BigDecimal percent) {
        synchronized (this) {
            factor = factor.multiply(percent.movePointLeft(2).add(BigDecimal.ONE)); // MAYBE
        }
    }
}
