package com.gutschein.coupons;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;

record Coupon(String code, int cents) {}

/** Each single call is atomic; the looks and the steps are two calls. */
class CouponBook {
  private final Map<String, Coupon> issued = new ConcurrentHashMap<>();
  private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Integer> uses = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> owners = new ConcurrentHashMap<>();

  void issue(Coupon coupon) {
    if (!issued.containsKey(coupon.code())) { // RACE check-then-act #1
      issued.put(coupon.code(), coupon); // RACE check-then-act #1
    }
  }

  int redeem(String code) {
    if (redeemed.contains(code)) { // RACE check-then-act #2
      return 0;
    }
    redeemed.add(code); // RACE check-then-act #2
    uses.put(code, uses.getOrDefault(code, 0) + 1); // RACE check-then-act
    return issued.get(code).cents();
  }

  void claim(String code, String owner) {
    String before = owners.get(code); // RACE check-then-act #3
    if (before == null) { // RACE check-then-act #3
      owners.put(code, owner); // RACE check-then-act #3
    }
  }

  void redeemAll(ExecutorService tills, Iterable<String> codes) {
    codes.forEach(code -> tills.submit(() -> redeem(code)));
  }
}

/** Each decision is made inside one call of the map. */
class SteadyCouponBook {
  private final Map<String, Coupon> issued = new ConcurrentHashMap<>();
  private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Integer> uses = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> owners = new ConcurrentHashMap<>();

  void issue(Coupon coupon) {
    issued.putIfAbsent(coupon.code(), coupon);
  }

  int redeem(String code) {
    if (!redeemed.add(code)) {
      return 0;
    }
    uses.merge(code, 1, Integer::sum);
    Coupon coupon = issued.get(code);
    return coupon == null ? 0 : coupon.cents();
  }

  boolean claim(String code, String owner) {
    return owners.putIfAbsent(code, owner) == null;
  }

  /** A quick look saves the lambda; the decision is still putIfAbsent's. */
  String ownerOf(String code, String proposed) {
    String owner = owners.get(code);
    if (owner == null) {
      owner = owners.putIfAbsent(code, proposed);
      if (owner == null) {
        owner = proposed;
      }
    }
    return owner;
  }

  void redeemAll(ExecutorService tills, Iterable<String> codes) {
    codes.forEach(code -> tills.submit(() -> redeem(code)));
  }
}
