package k07;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;

class RpcHandlers {
  private final EditLog log;
  private final BlockingQueue<byte[]> callQueue;

  RpcHandlers(EditLog log, BlockingQueue<byte[]> callQueue, int handlers) {
    this.log = log;
    this.callQueue = callQueue;
    for (int i = 0; i < handlers; i++) {
      new Handler(i).start();
    }
  }

  private class Handler extends Thread {
    private int served;

    Handler(int i) {
      setName("IPC handler " + i);
    }

    @Override
    public void run() {
      while (!isInterrupted()) {
        try {
          byte[] call = callQueue.take();
          log.logEdit(call);
          log.logSync();
          served++;
        } catch (IOException e) {
          System.err.println(getName() + " after " + served + " calls: " + e);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }
}
