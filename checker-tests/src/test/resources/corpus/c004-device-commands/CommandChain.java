package eu.homely.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

interface Device {
  boolean send(String command);
}

/** Sends commands to one device, strictly in order: each stage hangs on the one before. */
class CommandChain {
  private final Device device;

  CommandChain(Device device) {
    this.device = device;
  }

  CompletableFuture<Integer> sendAll(List<String> commands) {
    List<String> refused = new ArrayList<>();
    int[] sent = {0};
    CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
    for (String command : commands) {
      chain =
          chain.thenRunAsync(
              () -> {
                if (device.send(command)) {
                  sent[0]++;
                } else {
                  refused.add(command);
                }
              });
    }
    return chain.thenApply(done -> sent[0] - refused.size());
  }
}

/** Sends a scene to many devices: all stages hang on the same trigger. */
class SceneBroadcast {
  private final List<Device> devices;
  private final List<Device> dead = new ArrayList<>();
  private int switched;

  SceneBroadcast(List<Device> devices) {
    this.devices = devices;
  }

  CompletableFuture<Void> apply(CompletableFuture<String> scene) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Device device : devices) {
      all.add(
          scene.thenAcceptAsync(
              command -> {
                if (device.send(command)) {
                  switched++; // RACE rmw
                } else {
                  dead.add(device); // RACE unsafe-collection
                }
              }));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  int switched() {
    return switched;
  }
}

/** Composition is sequential as well, and the attempt counter travels as an argument. */
class RetryingCommand {
  private final Device device;

  RetryingCommand(Device device) {
    this.device = device;
  }

  CompletableFuture<Integer> send(String command, int attempt) {
    return CompletableFuture.supplyAsync(() -> device.send(command))
        .thenCompose(
            ok -> {
              int next = attempt;
              next++;
              return ok || next > 5
                  ? CompletableFuture.completedFuture(next)
                  : send(command, next);
            });
  }
}
