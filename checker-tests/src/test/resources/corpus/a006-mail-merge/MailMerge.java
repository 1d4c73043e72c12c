package net.briefpost.merge;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Renders letters. How the work is run is up to the executor that it is given. */
class MailMerge {
  private static final Executor IN_PLACE = Runnable::run;

  private final Template template;
  private int rendered;
  private int characters;

  MailMerge(Template template) {
    this.template = template;
  }

  /** Runs on the calling thread, one letter after the other. */
  int preview(List<String> recipients) {
    for (String recipient : recipients) {
      IN_PLACE.execute(() -> characters += template.render(recipient).length());
    }
    return characters;
  }

  void print(List<String> recipients, Spooler spooler) {
    Executor pool = ForkJoinPool.commonPool();
    for (String recipient : recipients) {
      pool.execute(
          () -> {
            spooler.spool(template.render(recipient));
            rendered++; // RACE rmw
          });
    }
  }

  int rendered() {
    return rendered;
  }
}

interface Template {
  String render(String recipient);
}

interface Spooler {
  void spool(String letter);
}
