package org.audiolab.convolve;

import java.util.concurrent.CountDownLatch;

/** Runs the stages of one pass at the same time and the passes one after another. */
class StageRunner {
  private int passes;

  void process(StageBuilder builder) throws InterruptedException {
    parallel(builder.gainStages(8, 0.5f));
    parallel(builder.echoStages());
    parallel(builder.meterStages(2));
  }

  private void parallel(Runnable[] stages) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(stages.length);
    for (Runnable stage : stages) {
      new Thread(
              () -> {
                try {
                  stage.run();
                } finally {
                  done.countDown();
                }
              })
          .start();
    }
    done.await();
    passes++;
  }

  int passes() {
    return passes;
  }
}
