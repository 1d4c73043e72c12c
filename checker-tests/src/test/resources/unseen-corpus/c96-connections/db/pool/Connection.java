package db.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Not made for sharing. */
public class Connection {
  private final int id;
  private final Map<String, Integer> statements = new HashMap<>();
  private final List<String> uncommitted = new ArrayList<>();
  private boolean inTransaction;
  private int commits;
  int borrows;

  Connection(int id) {
    this.id = id;
  }

  public int execute(String sql) {
    if (!inTransaction) {
      inTransaction = true;
    }
    uncommitted.add(sql);
    Integer n = statements.get(sql);
    statements.put(sql, n == null ? 1 : n + 1);
    return uncommitted.size();
  }

  public void commit() {
    if (inTransaction) {
      inTransaction = false;
      commits++;
      uncommitted.clear();
    }
  }

  void reset() {
    if (inTransaction) {
      uncommitted.clear();
      inTransaction = false;
    }
    if (statements.size() > 100) {
      statements.clear();
    }
  }

  @Override
  public String toString() {
    return "connection " + id + ", " + commits + " commits";
  }
}
