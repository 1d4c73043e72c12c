package ci;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Works through stages until there are none. */
public class Agent implements Runnable {
    private final RetryBuild build;
    private final BlockingQueue<String> stages;
    private int worked;

    Agent(RetryBuild build, BlockingQueue<String> stages) {
        this.build = build;
        this.stages = stages;
    }

    public void run() {
        try {
            String stage;
            while ((stage = stages.poll()) != null) {
                build.begin(stage);
                worked++;
                boolean ok = stage.hashCode() % 5 != 0;
                build.end(ok);
                if (!ok && build.retry(stage)) {
                    stages.put(stage);
                }
            }
        } catch (InterruptedException e) {
            System.err.println("stopped after " + worked);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        BlockingQueue<String> stages = new ArrayBlockingQueue<String>(100);
        for (int i = 0; i < 50; i++) {
            stages.put("stage" + i);
        }
        RetryBuild build = new RetryBuild(3);
        Thread[] agents = new Thread[5];
        for (int i = 0; i < agents.length; i++) {
            agents[i] = new Thread(new Agent(build, stages));
            agents[i].start();
        }
        for (Thread t : agents) {
            t.join();
        }
        System.out.println(build.getLog());
    }
}
