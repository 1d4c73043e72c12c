package org.quillsql.pool;

import java.util.HashMap;
import java.util.Map;

/** Belongs to whoever borrowed it. */
public class PooledConnection {
  private final int id;
  private final Map<String, Integer> statements = new HashMap<String, Integer>();
  private int uses;
  private boolean broken;
  long parkedAt;

  PooledConnection(int id) {
    this.id = id;
  }

  public int prepare(String sql) {
    uses++;
    Integer handle = statements.get(sql);
    if (handle == null) {
      handle = id * 1000 + statements.size();
      statements.put(sql, handle);
    }
    return handle;
  }

  public void execute(int handle) {
    if (handle < 0) {
      broken = true;
    }
  }

  boolean isBroken() {
    return broken || uses > 100_000;
  }
}
