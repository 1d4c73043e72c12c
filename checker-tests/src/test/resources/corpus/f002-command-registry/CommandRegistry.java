package dev.shellac.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** Commands by name. Long commands go to the pool, short ones run at once. */
class CommandRegistry {
  private final Map<String, Callable<Integer>> longCommands = new LinkedHashMap<>();
  private final Map<String, Callable<Integer>> shortCommands = new LinkedHashMap<>();
  private final ExecutorService pool;

  CommandRegistry(ExecutorService pool) {
    this.pool = pool;
  }

  void registerLong(String name, Callable<Integer> command) {
    longCommands.put(name, command);
  }

  void registerShort(String name, Callable<Integer> command) {
    shortCommands.put(name, command);
  }

  /** Does not wait: a second line may start the same command again. */
  void onLine(String line) throws Exception {
    Callable<Integer> command = longCommands.get(line);
    if (command != null) {
      pool.submit(command);
      return;
    }
    command = shortCommands.get(line);
    if (command != null) {
      command.call();
    }
  }
}
