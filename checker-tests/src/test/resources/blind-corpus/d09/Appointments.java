package org.deskcal.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.SwingUtilities;

/** Calendar view: loads on a pool, changes its model on the event thread only. */
public final class Appointments {
  private static final Executor UI = SwingUtilities::invokeLater;
  private final ExecutorService loaders = Executors.newFixedThreadPool(3);
  private final Map<String, List<String>> days = new LinkedHashMap<>();
  private final List<Runnable> observers = new ArrayList<>();
  private int loading;
  private int loaded;
  private int errors;

  public void observe(Runnable r) {
    UI.execute(() -> {
      if (!observers.contains(r)) {
        observers.add(r);
      }
    });
  }

  public void show(List<String> wanted) {
    UI.execute(() -> {
      for (String day : wanted) {
        if (!days.containsKey(day)) {
          days.put(day, List.of());
          loading++;
          load(day);
        }
      }
    });
  }

  private void load(String day) {
    CompletableFuture.supplyAsync(() -> fetch(day), loaders).whenCompleteAsync((list, e) -> {
      loading--;
      if (e != null) {
        errors++;
        days.remove(day);
      } else {
        loaded += list.size();
        days.put(day, list);
      }
      observers.forEach(Runnable::run);
    }, UI);
  }

  private List<String> fetch(String day) {
    List<String> out = new ArrayList<>();
    int n = day.length();
    while (n-- > 0) {
      out.add(day + " " + n + ":00");
    }
    return out;
  }

  public void status() {
    SwingUtilities.invokeLater(() -> System.out.println(loading + " loading, " + loaded + " loaded, " + errors));
  }
}
