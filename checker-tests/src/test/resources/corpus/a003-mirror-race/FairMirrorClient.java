package org.pkgdock.mirror;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/** One client per worker of the importer; the attempts report through concurrent collections. */
class FairMirrorClient {
  private final ExecutorService downloads;
  private final Map<String, Integer> failuresByHost = new ConcurrentHashMap<>();

  FairMirrorClient(ExecutorService downloads) {
    this.downloads = downloads;
  }

  byte[] fetch(List<Mirror> mirrors, String artifact)
      throws InterruptedException, ExecutionException {
    List<Callable<byte[]>> attempts =
        mirrors.stream().map(mirror -> attempt(mirror, artifact)).collect(Collectors.toList());
    return downloads.invokeAny(attempts);
  }

  private Callable<byte[]> attempt(Mirror mirror, String artifact) {
    return () -> {
      int tries = 0;
      while (true) {
        tries++;
        try {
          return mirror.fetch(artifact);
        } catch (IOException e) {
          failuresByHost.merge(mirror.host(), 1, Integer::sum);
          if (tries == 3) {
            throw e;
          }
        }
      }
    };
  }

  /** Sequential fallback for hosts that refuse parallel connections: no task is involved. */
  byte[] fetchOneByOne(List<Mirror> mirrors, String artifact) throws IOException {
    IOException last = null;
    int tried = 0;
    for (Mirror mirror : mirrors) {
      tried++;
      try {
        return mirror.fetch(artifact);
      } catch (IOException e) {
        last = e;
      }
    }
    throw new IOException("all " + tried + " mirrors failed", last);
  }
}
