package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;

/** Text is appended. */
final class Texts {
  private Texts() {}

  static final class Builder implements Program {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> text.append("ab"));
      }
    }

    @Override
    public Object outcome() {
      return text.length();
    }
  }

  static final class Buffer implements Program {
    private final StringBuffer text = new StringBuffer();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> text.append("ab"));
      }
    }

    @Override
    public Object outcome() {
      return text.length();
    }
  }
}
