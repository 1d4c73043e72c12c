package com.archivo.digest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;

/** Digests an archive; the results are read back in the order of completion. */
class DigestService {
  private final CompletionService<Digest> completion;
  private final List<Path> unreadable = new ArrayList<>();
  private long scanned;
  private long collected;

  DigestService(Executor executor) {
    completion = new ExecutorCompletionService<>(executor);
  }

  List<Digest> digest(List<Path> files, Hasher hasher)
      throws InterruptedException, ExecutionException {
    for (Path file : files) {
      completion.submit(
          () -> {
            scanned += hasher.size(file); // RACE rmw
            Digest digest = hasher.digest(file);
            if (digest == null) {
              unreadable.add(file); // RACE unsafe-collection
            }
            return digest;
          });
    }
    List<Digest> digests = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Digest digest = completion.take().get();
      if (digest != null) {
        digests.add(digest);
        collected++;
      }
    }
    return digests;
  }

  long scanned() {
    return scanned;
  }

  long collected() {
    return collected;
  }

  List<Path> unreadable() {
    return unreadable;
  }
}
