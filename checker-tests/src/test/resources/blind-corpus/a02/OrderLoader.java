package org.quillsql.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

public class OrderLoader {
  private final ConnectionPool pool;
  private final ExecutorService executor;

  public OrderLoader(ConnectionPool pool, ExecutorService executor) {
    this.pool = pool;
    this.executor = executor;
  }

  public int load(List<String> tables) throws Exception {
    List<Future<Integer>> pending = new ArrayList<Future<Integer>>();
    for (final String table : tables) {
      pending.add(executor.submit(() -> loadTable(table)));
    }
    int rows = 0;
    for (Future<Integer> f : pending) {
      rows += f.get();
    }
    return rows;
  }

  private Integer loadTable(String table) throws InterruptedException {
    PooledConnection c = pool.borrow(1000);
    try {
      int h = c.prepare("select * from " + table);
      c.execute(h);
      return h;
    } finally {
      pool.release(c);
    }
  }
}
