package com.kestrel.shop.web;

import java.math.BigDecimal;
import java.util.Map;

@Service
public class OrderController {
    private final PriceService prices;
    private int orders;
    private BigDecimal turnover = BigDecimal.ZERO;

    public OrderController(PriceService prices) {
        this.prices = prices;
    }

    public String order(Map<String, String> params) {
        Cart cart = new Cart();
        params.forEach((article, n) -> cart.add(article, Integer.parseInt(n)));
        BigDecimal total = prices.total(cart);
        orders++; // RACE read-modify-write #1
        turnover = turnover.add(total); // RACE read-modify-write #1
        return "order of " + cart.pieces() + " pieces: " + total;
    }

    public String status() {
        return orders + " orders, " + turnover;
    }
}
