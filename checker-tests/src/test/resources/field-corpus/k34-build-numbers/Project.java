package k34;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

public class Project {
    private final String name;
    private final File rootDir;
    protected transient volatile int nextBuildNumber = 1;
    private transient SortedMap<Integer, Run> builds = Collections.synchronizedSortedMap(new TreeMap<>());
    private volatile boolean disabled;

    public Project(String name, File rootDir) {
        this.name = name;
        this.rootDir = rootDir;
    }

    /** Executor threads assign the number when the item leaves the queue. */
    public int assignBuildNumber() throws IOException {
        int r = nextBuildNumber++; // RACE rmw #1
        saveNextBuildNumber();
        return r;
    }

    protected synchronized void saveNextBuildNumber() throws IOException {
        Files.writeString(new File(rootDir, "nextBuildNumber").toPath(), nextBuildNumber + "\n");
    }

    /** The administrator may set it forward. */
    public synchronized void updateNextBuildNumber(int next) throws IOException {
        if (next > nextBuildNumber) { // RACE rmw #1
            this.nextBuildNumber = next; // RACE rmw #1
            saveNextBuildNumber();
        }
    }

    public Run newBuild() throws IOException {
        Run r = new Run(this, assignBuildNumber());
        builds.put(r.number, r);
        return r;
    }

    public void makeDisabled(boolean b) {
        this.disabled = b;
    }

    public boolean isBuildable() {
        return !disabled;
    }

    static final class Run {
        final Project project;
        final int number;
        private volatile String result;

        Run(Project project, int number) {
            this.project = project;
            this.number = number;
        }

        void setResult(String r) {
            if (result == null || rank(r) > rank(result)) { // MAYBE
                result = r; // MAYBE
            }
        }

        private static int rank(String s) {
            return s.equals("FAILURE") ? 2 : s.equals("UNSTABLE") ? 1 : 0;
        }
    }
}
