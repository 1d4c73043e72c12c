package org.juniper.conf;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reloads the settings when the file changes. */
public class FileWatcher implements Runnable {
    private final Path file;
    private final Settings settings;
    private long lastModified;
    private int reloads;

    public FileWatcher(Path file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    @Override
    public void run() {
        while (!Thread.interrupted()) {
            try {
                long m = Files.getLastModifiedTime(file).toMillis();
                if (m != lastModified) {
                    lastModified = m;
                    Properties p = new Properties();
                    try (Reader r = Files.newBufferedReader(file)) {
                        p.load(r);
                    }
                    settings.load(p);
                    reloads++;
                }
                Thread.sleep(1000);
            } catch (IOException e) {
                System.err.println("after " + reloads + " reloads: " + e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
