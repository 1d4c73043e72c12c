package flow;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Process variables; a subclass of a map whose every changing method is synchronized. */
class Variables extends HashMap<String, Object> {
  private static final long serialVersionUID = 1L;
  private int writes;

  @Override
  public synchronized Object get(Object key) {
    return super.get(key);
  }

  @Override
  public synchronized Object put(String key, Object value) {
    writes++;
    return super.put(key, value);
  }

  synchronized void update(String key, UnaryOperator<Object> f) {
    put(key, f.apply(get(key)));
  }

  synchronized Map<String, Object> snapshot() {
    return new HashMap<>(this);
  }
}
