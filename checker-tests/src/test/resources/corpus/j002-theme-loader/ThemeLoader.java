package com.farbton.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** Mutable, so that it has to be published with care. */
class Theme {
  private final List<String> colours = new ArrayList<>();
  private String name;

  Theme(String name) {
    this.name = name;
    colours.add("#222");
    colours.add("#eee");
  }

  String colour(int i) {
    return name + colours.get(i);
  }
}

/** Double-checked locking without volatile: the outer look may see half a theme. */
class ThemeLoader {
  private Theme theme;
  private static ThemeLoader instance;

  static ThemeLoader instance() {
    if (instance == null) { // RACE check-then-act #1
      synchronized (ThemeLoader.class) {
        if (instance == null) { // RACE check-then-act #1
          instance = new ThemeLoader(); // RACE check-then-act #1
        }
      }
    }
    return instance;
  }

  Theme theme() {
    if (theme == null) { // RACE check-then-act #2
      synchronized (this) {
        theme = new Theme("dark"); // RACE check-then-act #2
      }
    }
    return theme;
  }

  static void paintAll(List<Runnable> widgets) {
    for (Runnable widget : widgets) {
      ForkJoinPool.commonPool()
          .execute(
              () -> {
                System.out.println(instance().theme().colour(0));
                widget.run();
              });
    }
  }
}

/** All correct spellings of the same idea. */
class SteadyThemeLoader {
  private static volatile SteadyThemeLoader instance;
  private volatile Theme theme;
  private volatile Theme contrast;

  static SteadyThemeLoader instance() {
    if (instance == null) {
      synchronized (SteadyThemeLoader.class) {
        if (instance == null) {
          instance = new SteadyThemeLoader();
        }
      }
    }
    return instance;
  }

  Theme theme() {
    Theme result = theme;
    if (result == null) {
      synchronized (this) {
        result = theme;
        if (result == null) {
          theme = result = new Theme("dark");
        }
      }
    }
    return result;
  }

  Theme contrast() {
    if (contrast != null) {
      return contrast;
    }
    synchronized (this) {
      if (contrast == null) {
        contrast = new Theme("contrast");
      }
      return contrast;
    }
  }

  static void paintAll(List<Runnable> widgets) {
    widgets.parallelStream()
        .forEach(
            widget -> {
              SteadyThemeLoader loader = instance();
              System.out.println(loader.theme().colour(0) + loader.contrast().colour(1));
              widget.run();
            });
  }
}
