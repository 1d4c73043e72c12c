package k57;

import java.awt.BorderLayout;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;
import javax.swing.Timer;

public class ThumbnailPanel extends JPanel {
    private final DefaultListModel<String> model = new DefaultListModel<>();
    private final JLabel status = new JLabel();
    private int loaded;
    private int refreshes;
    private int blinks;
    private final AtomicInteger bytesRead = new AtomicInteger();

    public ThumbnailPanel() {
        super(new BorderLayout());
        JButton refresh = new JButton("Refresh");
        refresh.addActionListener(e -> {
            refreshes++;
            status.setText("refresh " + refreshes);
            new Loader(List.of("a", "b")).execute();
        });
        add(refresh, BorderLayout.NORTH);
        add(new JList<>(model));
        add(status, BorderLayout.SOUTH);
        new Timer(500, e -> {
            blinks++;
            status.setVisible(blinks % 2 == 0);
        }).start();
    }

    public void externalChange(String file) {
        SwingUtilities.invokeLater(() -> {
            model.addElement(file);
            loaded++;
        });
    }

    private class Loader extends SwingWorker<Integer, String> {
        private final List<String> files;
        private int failures;

        Loader(List<String> files) {
            this.files = files;
        }

        @Override
        protected Integer doInBackground() {
            int n = 0;
            for (String f : files) {
                if (f.isEmpty()) {
                    failures++;
                    continue;
                }
                bytesRead.addAndGet(f.length());
                publish(f);
                n++;
            }
            return n;
        }

        @Override
        protected void process(List<String> chunks) {
            for (String c : chunks) {
                model.addElement(c);
                loaded++;
            }
        }

        @Override
        protected void done() {
            status.setText(loaded + " loaded, " + failures + " failed");
        }
    }
}
