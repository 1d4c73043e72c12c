package flow;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Release {
  public static void main(String[] args) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    Variables vars = new Variables();
    vars.put("count", 0);
    Workflow w = new Workflow(pool)
        .step("compile", () -> vars.update("count", v -> (Integer) v + 1))
        .step("test", () -> vars.update("count", v -> (Integer) v + 1), "compile")
        .step("docs", () -> vars.update("count", v -> (Integer) v + 1), "compile")
        .step("ship", () -> vars.put("shipped", true), "test", "docs");
    w.start();
    System.out.println(w.await() + vars.snapshot());
    pool.shutdown();
  }
}
