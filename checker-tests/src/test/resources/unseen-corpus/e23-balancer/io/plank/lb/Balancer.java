package io.plank.lb;

import java.util.List;

/** Strategy of the proxy; {@link #pick} is called by all event loops. */
public interface Balancer {
  Upstream pick(List<Upstream> all);
}
