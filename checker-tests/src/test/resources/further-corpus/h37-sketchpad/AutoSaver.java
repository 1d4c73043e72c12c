package sketchpad;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;

public class AutoSaver {

    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor();
    private final DrawingModel model;
    private final Consumer<List<DrawingModel.Shape>> file;
    private final Consumer<String> statusLine;
    private List<DrawingModel.Shape> lastSaved;
    private int saves;

    public AutoSaver(DrawingModel model, Consumer<List<DrawingModel.Shape>> file, Consumer<String> statusLine) {
        this.model = model;
        this.file = file;
        this.statusLine = statusLine;
    }

    public void start() {
        saver.scheduleWithFixedDelay(this::saveIfChanged, 5, 5, TimeUnit.SECONDS);
    }

    public void saveNow() {
        saver.execute(this::saveIfChanged);
    }

    private void saveIfChanged() {
        List<DrawingModel.Shape> now = model.published();
        if (now != lastSaved) {
            file.accept(now);
            lastSaved = now;
            saves++;
            String text = "saved " + saves + " times";
            SwingUtilities.invokeLater(() -> statusLine.accept(text));
        }
    }

    public void stop() {
        saver.shutdown();
    }
}
