package dev.steckplatz.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

interface Plugin {
  String name();
}

/** Lazy values in an object that is built and used by one thread: the main thread. */
class PluginHost {
  private List<Plugin> plugins;
  private Optional<Plugin> selected;
  private String menu;
  private int loads;

  List<Plugin> plugins() {
    if (plugins == null) {
      plugins = new ArrayList<>();
      for (Plugin plugin : ServiceLoader.load(Plugin.class)) {
        plugins.add(plugin);
        loads++;
      }
    }
    return plugins;
  }

  String menu() {
    if (menu == null) {
      menu = "";
      for (Plugin plugin : plugins()) {
        menu += plugin.name() + "\n";
      }
    }
    return menu;
  }

  Optional<Plugin> selected() {
    if (selected == null) {
      selected = plugins().isEmpty() ? Optional.empty() : Optional.of(plugins().get(0));
    }
    return selected;
  }

  int loads() {
    return loads;
  }
}

/** A host whose preloading runs beside the menu that it preloads. */
class PreloadingHost {
  private List<Plugin> plugins;

  void open() {
    Thread preload = new Thread(this::plugins, "preload");
    preload.setDaemon(true);
    preload.start();
    System.out.println(plugins().size());
  }

  private List<Plugin> plugins() {
    if (plugins == null) { // RACE check-then-act #1
      List<Plugin> found = new ArrayList<>();
      ServiceLoader.load(Plugin.class).forEach(found::add);
      plugins = found; // RACE check-then-act #1
    }
    return plugins;
  }
}
