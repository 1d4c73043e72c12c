package r46uploadview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.concurrent.Task;

/** View model of the upload window of the photo app. */
public class UploadView {

    public interface Server {
        void upload(String name, byte[] data) throws IOException;
    }

    private final Server server;
    private final ExecutorService uploads;
    private final StringProperty status = new SimpleStringProperty("");
    private final IntegerProperty open = new SimpleIntegerProperty();
    private final List<String> failed = new ArrayList<>();
    private final Map<String, Integer> retries = new HashMap<>();
    private long total;
    private int chunksAnnounced;

    public UploadView(Server server, ExecutorService uploads) {
        this.server = server;
        this.uploads = uploads;
    }

    /** Handler of the button. */
    public void upload(List<Path> files) {
        for (Path file : files) {
            UploadTask task = new UploadTask(file);
            task.setOnSucceeded(e -> {
                total += task.getValue();
                closed();
            });
            task.setOnFailed(e -> {
                failed.add(file.toString());
                Integer n = retries.get(file.toString());
                retries.put(file.toString(), n == null ? 1 : n + 1);
                closed();
            });
            open.set(open.get() + 1);
            uploads.execute(task);
        }
    }

    private void closed() {
        open.set(open.get() - 1);
        status.set(total + " bytes, " + chunksAnnounced + " chunks, failed " + failed);
    }

    private void announce(int chunks) {
        Platform.runLater(() -> chunksAnnounced += chunks);
    }

    private final class UploadTask extends Task<Long> {
        private final Path file;
        private int chunks;

        UploadTask(Path file) {
            this.file = file;
        }

        @Override
        protected Long call() throws Exception {
            byte[] data = Files.readAllBytes(file);
            long done = 0;
            for (int from = 0; from < data.length && !isCancelled(); from += 65536) {
                int to = Math.min(data.length, from + 65536);
                server.upload(file + "#" + chunks, java.util.Arrays.copyOfRange(data, from, to));
                chunks++;
                done += to - from;
                updateProgress(done, data.length);
            }
            announce(chunks);
            return done;
        }
    }

    public StringProperty statusProperty() {
        return status;
    }
}
