package shop;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
public class CouponService {
  private final Map<String, Integer> uses = new HashMap<>();

  public boolean redeem(String coupon) {
    if (coupon == null) {
      return false;
    }
    int n = uses.getOrDefault(coupon, 0); // RACE unsafe-collection #1
    if (n >= 100) {
      return false;
    }
    uses.put(coupon, n + 1); // RACE unsafe-collection #1
    return true;
  }
}
