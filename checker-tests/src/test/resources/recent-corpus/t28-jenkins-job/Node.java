package org.example.jenkins.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Node {
    private final String name;
    private final ExecutorService executors;

    public Node(String name, int numExecutors) {
        this.name = name;
        this.executors = Executors.newFixedThreadPool(numExecutors);
    }

    public String getName() {
        return name;
    }

    Future<Job.Build> submit(Job.Build b) {
        return executors.submit(b);
    }

    /** Remote trigger: several builds of the same job may run here at once. */
    public void trigger(Job job, String user) {
        executors.execute(() -> {
            job.addCause(user);
            job.newBuild(name).call();
        });
    }
}
