package com.cornershop.cart;

import com.cornershop.cart.CartRepository.Cart;

public final class CartService {
  private final CartRepository repository = new CartRepository();
  private final OrderNumbers numbers = new OrderNumbers();

  public String add(String user, String item) {
    Cart cart = repository.findOrCreate(user);
    cart.items.add(item); // RACE unsafe-collection
    return show(user);
  }

  public long checkout(String user) {
    Cart cart = repository.remove(user);
    if (cart == null) {
      return -1;
    }
    long total = 0;
    for (String i : cart.items) {
      total += i.length() * 100L;
    }
    repository.revenue(total);
    return numbers.next(user);
  }

  public String show(String user) {
    Cart c = repository.findOrCreate(user);
    return user + ": " + c.items.size();
  }
}
