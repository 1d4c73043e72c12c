package ci;

import java.util.ArrayList;
import java.util.List;

/** A build; its agents report to it through synchronized methods that call each other. */
public class Build {
    private final List<String> log = new ArrayList<String>();
    private final int agents;
    private int running;
    private int passed;
    private int failed;
    private boolean aborted;
    private String lastStage;

    public Build(int agents) {
        this.agents = agents;
    }

    public synchronized void begin(String stage) throws InterruptedException {
        while (running == agents && !aborted) {
            wait();
        }
        if (aborted) {
            throw new InterruptedException("aborted");
        }
        running++;
        stageSeen(stage);
    }

    private void stageSeen(String stage) {
        if (!stage.equals(lastStage)) {
            lastStage = stage;
            log.add(stage);
        }
    }

    public synchronized void end(boolean ok) {
        running--;
        if (ok) {
            passed++;
        } else {
            failed++;
            if (failed > 3) {
                abort();
            }
        }
        notifyAll();
    }

    public synchronized void abort() {
        if (!aborted) {
            aborted = true;
            log.add("aborted after " + passed);
            notifyAll();
        }
    }

    protected synchronized int getFailed() {
        return failed;
    }

    public synchronized List<String> getLog() {
        return new ArrayList<String>(log);
    }
}
