package com.velour.catalog;

public record Product(String sku, String category, long cents) {
    Product withPrice(long newCents) {
        return new Product(sku, category, newCents);
    }
}
