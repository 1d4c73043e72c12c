package programs;

import java.util.concurrent.atomic.AtomicInteger;

/** Made when first asked for. */
class ConfigHolder {
  private static ConfigHolder instance;
  private static final AtomicInteger MADE = new AtomicInteger();

  private final String name;
  private String banner;

  private ConfigHolder(String name) {
    this.name = name;
    MADE.incrementAndGet();
  }

  static ConfigHolder instance() {
    if (instance == null) {
      instance = new ConfigHolder("main");
    }
    return instance;
  }

  String banner() {
    if (banner == null) {
      banner = decorate(name);
    }
    return banner;
  }

  private static String decorate(String text) {
    return "*" + text + "*";
  }

  static String single() {
    return instance().banner() + instance().banner();
  }

  static long lost() {
    Trial.race(i -> instance().banner());
    return MADE.get() - 1;
  }
}
