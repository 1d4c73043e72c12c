package net.thornbury.model;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Imports persons and companies with several threads. */
public class ImportRun {
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final Company employer = new Company("Thornbury");

    public void run(List<String> names) throws InterruptedException {
        Entity.register(employer);
        for (String n : names) {
            pool.execute(() -> {
                Person p = new Person(n);
                Entity.register(p);
                employer.hire(p);
                Entity found = Entity.find(n);
                if (found instanceof Person same) {
                    same.visited(n.length());
                }
                if (n.isEmpty()) {
                    pool.execute(() -> new Company(n).dispose());
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
    }
}
