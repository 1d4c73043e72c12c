package rep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Renders letters in parallel, then posts them in order. */
final class Mailing {
  private final Map<String, String> posted = new LinkedHashMap<>();
  private int stamps;

  int send(List<String> names) {
    List<CompletableFuture<String[]>> letters = names.stream()
        .map(n -> CompletableFuture.supplyAsync(() -> {
          String[] letter = {n, ""};
          int line = 0;
          while (line++ < 10) {
            letter[1] += "line " + line + '\n';
          }
          return letter;
        }))
        .collect(Collectors.toList());
    for (CompletableFuture<String[]> f : letters) {
      String[] l = f.join();
      if (posted.put(l[0], l[1]) == null) {
        stamps++;
      }
    }
    return stamps;
  }
}
