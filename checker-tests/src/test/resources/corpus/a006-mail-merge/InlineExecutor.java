package net.briefpost.merge;

import java.util.List;
import java.util.concurrent.Executor;

/** Runs everything at once, on the thread that asks for it. */
final class InlineExecutor implements Executor {
  private int ran;

  @Override
  public void execute(Runnable command) {
    command.run();
    ran++;
  }

  int ran() {
    return ran;
  }
}

class ProofReader {
  private int pages;
  private final StringBuilder proof = new StringBuilder();

  /** Proof sheets are small; they are made in place with an executor of this call's own. */
  String proof(Template template, List<String> recipients) {
    InlineExecutor inline = new InlineExecutor();
    for (String recipient : recipients) {
      inline.execute(
          () -> {
            proof.append(template.render(recipient)).append('\f');
            pages++;
          });
    }
    return proof + "(" + pages + "/" + inline.ran() + ")";
  }
}
