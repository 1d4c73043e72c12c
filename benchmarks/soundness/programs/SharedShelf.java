package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;

/** Each task has a worker of its own, and all workers one shelf. */
final class SharedShelf {
  private SharedShelf() {}

  static final class Shelf {
    int count;
  }

  static final class LockOfEachWorker implements Program {
    private final Shelf shelf = new Shelf();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        Worker worker = new Worker(shelf);
        pool.execute(worker::add);
      }
    }

    @Override
    public Object outcome() {
      return shelf.count;
    }

    private static final class Worker {
      private final Shelf shelf;

      Worker(Shelf shelf) {
        this.shelf = shelf;
      }

      synchronized void add() {
        shelf.count++;
      }
    }
  }

  static final class LockOfTheShelf implements Program {
    private final Shelf shelf = new Shelf();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        Worker worker = new Worker(shelf);
        pool.execute(worker::add);
      }
    }

    @Override
    public Object outcome() {
      return shelf.count;
    }

    private static final class Worker {
      private final Shelf shelf;

      Worker(Shelf shelf) {
        this.shelf = shelf;
      }

      void add() {
        synchronized (shelf) {
          shelf.count++;
        }
      }
    }
  }
}
