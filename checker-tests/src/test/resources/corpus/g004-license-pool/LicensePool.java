package com.cadvance.license;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;

/** There is one pool of floating licenses in the process. */
final class LicensePool {
  private static final LicensePool INSTANCE = new LicensePool();

  private final Deque<String> free = new ArrayDeque<>();
  private int handedOut;
  private static int denied;

  private LicensePool() {
    for (int i = 0; i < 40; i++) {
      free.push("L-" + i);
      handedOut++;
    }
    handedOut = 0;
  }

  static LicensePool getInstance() {
    return INSTANCE;
  }

  String take() {
    String license = free.poll(); // RACE unsafe-collection
    if (license == null) {
      denied++; // RACE rmw
    } else {
      handedOut++; // RACE rmw #1
    }
    return license;
  }

  void giveBack(String license) {
    free.push(license); // RACE unsafe-collection
    handedOut--; // RACE rmw #1
  }

  static int denied() {
    return denied;
  }
}

/** Renders on the farm; each job needs a license while it runs. */
class RenderFarm {
  private final ExecutorService nodes;

  RenderFarm(ExecutorService nodes) {
    this.nodes = nodes;
  }

  void render(Runnable scene) {
    nodes.execute(
        () -> {
          String license = LicensePool.getInstance().take();
          if (license == null) {
            return;
          }
          try {
            scene.run();
          } finally {
            LicensePool.getInstance().giveBack(license);
          }
        });
  }
}
