package com.portside.web;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Failed logins by address. */
public class LoginThrottle {
  private final Map<String, Integer> failures = Collections.synchronizedMap(new HashMap<>());
  private int lockouts;

  public boolean allowed(String address) {
    return failures.getOrDefault(address, 0) < 5;
  }

  public void failed(String address) {
    synchronized (failures) {
      int n = failures.containsKey(address) ? failures.get(address) : 0;
      failures.put(address, n + 1);
      if (n + 1 == 5) {
        lockouts++;
      }
    }
  }

  public void succeeded(String address) {
    failures.remove(address);
  }

  public int lockouts() {
    synchronized (failures) {
      return lockouts;
    }
  }
}
