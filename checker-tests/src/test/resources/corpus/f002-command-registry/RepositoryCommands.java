package dev.shellac.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What one can do with a repository from the shell. */
class RepositoryCommands {
  private final List<String> history = new ArrayList<>();
  private final AtomicInteger clones = new AtomicInteger();
  private int objects;
  private int prompts;

  void install(CommandRegistry registry) {
    registry.registerLong("fetch", this::fetch);
    registry.registerLong("repack", this::repack);
    registry.registerLong("clone", clones::incrementAndGet);
    registry.registerShort("prompt", () -> ++prompts);
    registry.registerShort(
        "history",
        () -> {
          history.add("history");
          return history.size();
        });
  }

  private Integer fetch() {
    objects += 250; // RACE rmw #1
    return objects;
  }

  private Integer repack() {
    int before = objects; // RACE rmw #1
    objects = before - before / 10; // RACE rmw #1
    return before / 10;
  }

  String state() {
    return prompts + " prompts, " + clones.get() + " clones, " + objects + " objects";
  }
}
