package conf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Parses files in the background; a parse has its own map and its own counters. */
public final class Loader {
  private final Settings settings;
  private final ExecutorService pool;
  private final Object statistics = new Object();
  private int loaded;
  private int badLines;

  public Loader(Settings settings, ExecutorService pool) {
    this.settings = settings;
    this.pool = pool;
  }

  public void load(String text) {
    pool.execute(() -> {
      Map<String, String> values = new HashMap<>();
      int bad = 0;
      try (BufferedReader in = new BufferedReader(new StringReader(text))) {
        for (String line; (line = in.readLine()) != null;) {
          int eq = line.indexOf('=');
          if (eq < 0) {
            bad++;
          } else if (!values.containsKey(line.substring(0, eq))) {
            values.put(line.substring(0, eq), line.substring(eq + 1));
          }
        }
      } catch (IOException e) {
        bad++;
      }
      values.forEach(settings::set);
      synchronized (statistics) {
        loaded++;
        badLines += bad;
      }
    });
  }

  public String statistics() {
    synchronized (statistics) {
      return loaded + " files, " + badLines + " bad lines";
    }
  }
}
