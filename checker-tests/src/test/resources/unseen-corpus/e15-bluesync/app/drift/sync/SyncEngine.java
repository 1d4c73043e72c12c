package app.drift.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/** Uploads local changes and collects what happened. */
public class SyncEngine {
  private final Remote remote;
  private final ExecutorService io;
  private final Map<String, Integer> retriesByFile = new ConcurrentHashMap<>();

  public SyncEngine(Remote remote, ExecutorService io) {
    this.remote = remote;
    this.io = io;
  }

  public SyncReport push(List<String> files) {
    SyncReport report = new SyncReport();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (String f : files) {
      all.add(CompletableFuture.supplyAsync(() -> remote.upload(f), io)
          .thenAccept(bytes -> {
            report.uploaded += bytes; // RACE rmw
            if (bytes == 0) {
              report.skipped.add(f); // RACE unsafe-collection
            }
          })
          .exceptionally(t -> {
            retriesByFile.merge(f, 1, Integer::sum);
            return null;
          }));
    }
    CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();
    report.rounds++;
    return report;
  }

  public SyncReport pull(List<String> files) {
    List<CompletableFuture<Long>> parts = files.stream()
        .map(f -> CompletableFuture.supplyAsync(() -> remote.download(f), io))
        .collect(Collectors.toList());
    SyncReport report = new SyncReport();
    for (int i = 0; i < parts.size(); i++) {
      long n = parts.get(i).join();
      report.downloaded += n;
      if (n == 0) {
        report.skipped.add(files.get(i));
      }
    }
    report.rounds++;
    return report;
  }

  public CompletableFuture<Long> mirror(List<String> files) {
    CompletableFuture<Long> total = CompletableFuture.completedFuture(0L);
    for (String f : files) {
      total = total.thenCombine(CompletableFuture.supplyAsync(() -> remote.download(f), io), Long::sum);
    }
    return total;
  }

  /** One file after the other: each stage starts when the one before has ended. */
  public CompletableFuture<SyncReport> pushInOrder(List<String> files) {
    SyncReport report = new SyncReport();
    CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
    for (String f : files) {
      chain = chain.thenRunAsync(() -> {
        report.uploaded += remote.upload(f);
        report.names.append(f).append(';');
      }, io);
    }
    return chain.thenApply(v -> report);
  }

  public void noteRetry(String file) {
    Integer n = retriesByFile.get(file); // RACE check-then-act #1
    retriesByFile.put(file, n == null ? 1 : n + 1); // RACE check-then-act #1
  }
}
