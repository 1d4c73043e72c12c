package med.clearview.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;

/** A workspace with big buffers; whoever has borrowed it is alone with it. */
class Workspace {
  private final List<int[]> slices = new ArrayList<>();
  private int uses;
  private long pixels;

  void load(int size) {
    slices.add(new int[size]);
    pixels += size;
  }

  void used() {
    uses++; // RACE rmw #1
  }

  void clear() {
    slices.clear();
    pixels = 0;
  }

  int uses() {
    return uses;
  }
}

class ScannerPool {
  private final BlockingQueue<Workspace> free;

  ScannerPool(int size) {
    free = new ArrayBlockingQueue<>(size);
    for (int i = 0; i < size; i++) {
      Workspace workspace = new Workspace();
      workspace.load(64);
      free.add(workspace);
    }
  }

  /** Taken, used, given back. */
  void scan(int size) throws InterruptedException {
    Workspace workspace = free.take();
    try {
      workspace.load(size);
      workspace.used();
      workspace.clear();
    } finally {
      free.put(workspace);
    }
  }

  /** Still counts when somebody else may have borrowed it already. */
  void quickScan(int size) throws InterruptedException {
    Workspace workspace = free.take();
    workspace.load(size);
    free.put(workspace);
    workspace.used(); // RACE rmw #1
  }

  void day(ExecutorService rooms, int patients) {
    for (int i = 0; i < patients; i++) {
      int size = 512 + i;
      rooms.submit(
          () -> {
            scan(size);
            return null;
          });
      rooms.submit(
          () -> {
            quickScan(size);
            return null;
          });
    }
  }
}
