package gov.vaultkeep;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Ministers {
  public static void main(String[] args) {
    Treasury treasury = new Treasury();
    ExecutorService ministers = Executors.newFixedThreadPool(5);
    for (int i = 0; i < 5; i++) {
      String me = "ministry" + i;
      ministers.execute(() -> {
        for (int d = 0; d < 100; d++) {
          treasury.levy(List.of(me, "crown"), 5);
          treasury.decree(me, "crown", d);
        }
        treasury.audit().forEach(System.out::println);
      });
    }
    ministers.shutdown();
  }
}
