package farm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Farm {
  private Farm() {}

  public static long render(int frames) throws InterruptedException {
    ExecutorService nodes = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    Scene scene = new Scene(1920);
    for (int f = 0; f < frames; f++) {
      nodes.submit(new RenderTask(scene, f));
    }
    nodes.shutdown();
    nodes.awaitTermination(1, TimeUnit.HOURS);
    System.out.println(RenderTask.stats() + ", missing " + scene.missing(frames));
    return scene.checksum();
  }
}
