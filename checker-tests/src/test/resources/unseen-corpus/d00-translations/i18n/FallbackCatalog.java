package i18n;

/** Asks another catalogue before it gives up. */
public class FallbackCatalog extends Catalog {
  private final Catalog parent;
  private int fallbacks;

  public FallbackCatalog(Catalog parent) {
    this.parent = parent;
  }

  @Override
  public String text(String key) {
    String t = super.text(key);
    if (t != key) {
      return t;
    }
    synchronized (this) {
      fallbacks++;
    }
    String p = parent.text(key);
    if (p != key) {
      missing--; // RACE wrong-lock
    }
    return p;
  }

  public synchronized int fallbacks() {
    return fallbacks;
  }
}
