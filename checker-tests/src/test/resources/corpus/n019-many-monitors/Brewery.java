package beer.kupferkessel.brewery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Kettles, cellar and shop share this object; every field has one monitor. */
class Brewery {
  private static final Object RECIPES_LOCK = new Object();
  private static final Map<String, String> RECIPES = new HashMap<>();
  private static int breweries;

  private final Object cellarLock = new Object();
  private final List<String> cellar = new ArrayList<>();
  private final Map<String, Integer> sold = new HashMap<>();
  private int brews;
  private int bottles;
  private long cents;
  private String lastRecipe;

  Brewery() {
    synchronized (Brewery.class) {
      breweries++;
    }
  }

  static void recipe(String beer, String text) {
    synchronized (RECIPES_LOCK) {
      if (!RECIPES.containsKey(beer)) {
        RECIPES.put(beer, text);
      }
    }
  }

  static synchronized void closeOne() {
    breweries--;
  }

  synchronized void brew(String beer) {
    brews++;
    lastRecipe = beer;
    synchronized (cellarLock) {
      cellar.add(beer);
      bottles += 400;
    }
  }

  void bottle(int count) {
    synchronized (cellarLock) {
      if (bottles < count) {
        return;
      }
      bottles -= count;
    }
    synchronized (sold) {
      sold.merge("bottle", count, Integer::sum);
      cents += count * 250L;
    }
  }

  void nextRecipe(String prefix) {
    synchronized (this) {
      lastRecipe = prefix + lastRecipe;
      brews = brews + 1;
    }
  }

  long takings() {
    synchronized (this.sold) {
      long taken = cents;
      cents = 0;
      sold.clear();
      return taken;
    }
  }

  void tapRoom() {
    Runnable barrel =
        new Runnable() {
          private int glasses;

          @Override
          public void run() {
            glasses++;
            synchronized (Brewery.this) {
              brews--;
            }
            synchronized (cellarLock) {
              bottles -= glasses;
            }
          }
        };
    barrel.run();
  }

  static void festival(ExecutorService staff, int days) {
    Brewery brewery = new Brewery();
    for (int i = 0; i < days; i++) {
      String beer = "beer " + i;
      staff.execute(() -> recipe(beer, "hops"));
      staff.execute(() -> brewery.brew(beer));
      staff.execute(() -> brewery.bottle(6));
      staff.execute(() -> brewery.nextRecipe("dark "));
      staff.submit(brewery::takings);
      staff.execute(brewery::tapRoom);
      staff.execute(() -> new Brewery().brew(beer));
      staff.execute(Brewery::closeOne);
    }
  }
}
