package com.archivo.digest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;

record Digest(Path file, String hex, long bytes) {}

interface Hasher {
  long size(Path file);

  Digest digest(Path file);
}

/** Everything that is shared is touched by the collecting thread alone. */
class OrderedDigestService {
  private final Executor executor;

  OrderedDigestService(Executor executor) {
    this.executor = executor;
  }

  Map<Path, Digest> digest(List<Path> files, Hasher hasher)
      throws InterruptedException, ExecutionException {
    CompletionService<Digest> completion = new ExecutorCompletionService<>(executor);
    files.forEach(file -> completion.submit(() -> hasher.digest(file)));
    Map<Path, Digest> digests = new TreeMap<>();
    long[] bytes = {0};
    List<Digest> empty = new ArrayList<>();
    for (int left = files.size(); left > 0; left--) {
      Digest digest = completion.take().get();
      digests.put(digest.file(), digest);
      bytes[0] += digest.bytes();
      if (digest.bytes() == 0) {
        empty.add(digest);
      }
    }
    empty.forEach(digest -> digests.remove(digest.file()));
    return digests;
  }
}
