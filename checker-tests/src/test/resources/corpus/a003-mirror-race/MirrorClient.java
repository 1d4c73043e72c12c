package org.pkgdock.mirror;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

interface Mirror {
  String host();

  byte[] fetch(String artifact) throws IOException;
}

/** Asks all mirrors at once and takes the first answer. */
class MirrorClient {
  private final ExecutorService downloads;
  private final Map<String, Integer> failuresByHost = new HashMap<>();
  private long requested;
  private long bytes;

  MirrorClient(ExecutorService downloads) {
    this.downloads = downloads;
  }

  byte[] fetch(List<Mirror> mirrors, String artifact)
      throws InterruptedException, ExecutionException {
    List<Callable<byte[]>> attempts = new ArrayList<>();
    for (Mirror mirror : mirrors) {
      attempts.add(
          () -> {
            requested++; // RACE rmw
            try {
              byte[] body = mirror.fetch(artifact);
              bytes += body.length; // RACE rmw
              return body;
            } catch (IOException e) {
              failuresByHost.merge(mirror.host(), 1, Integer::sum); // RACE unsafe-collection
              throw e;
            }
          });
    }
    return downloads.invokeAny(attempts);
  }

  String usage() {
    return requested + " requests, " + bytes + " bytes, " + failuresByHost;
  }
}
