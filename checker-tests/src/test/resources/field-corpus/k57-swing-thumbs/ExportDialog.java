package k57;

import java.util.List;
import javax.swing.JButton;
import javax.swing.JProgressBar;

/** Two exports may run side by side. */
public class ExportDialog {
    private final JProgressBar bar = new JProgressBar();
    private int written;
    private int runs;

    public JButton button(List<String> files) {
        JButton b = new JButton("Export");
        b.addActionListener(e -> {
            runs++;
            new Thread(() -> export(files), "export-" + runs).start();
        });
        return b;
    }

    private void export(List<String> files) {
        for (String f : files) {
            written += f.length(); // RACE rmw #1
            bar.setValue(written);
        }
    }
}
