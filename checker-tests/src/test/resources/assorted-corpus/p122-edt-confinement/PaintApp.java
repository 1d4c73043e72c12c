package desk.paint;

import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.swing.AbstractAction;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;
import javax.swing.Timer;

/** Swing: listeners, timers and done() run on the event dispatch thread. */
public class PaintApp {
    private final Deque<String> undo = new ArrayDeque<>();
    private final List<String> shapes = new ArrayList<>();
    private int strokes;
    private int frames;
    private int saves;
    private int exported;

    class UndoAction extends AbstractAction {
        private int used;

        @Override
        public void actionPerformed(ActionEvent e) {
            if (!undo.isEmpty()) {
                shapes.remove(undo.removeLast());
                used++;
            }
        }
    }

    void start() {
        EventQueue.invokeLater(() -> {
            Timer t = new Timer(40, e -> frames++);
            t.start();
        });
    }

    void stroke(String s) {
        if (!SwingUtilities.isEventDispatchThread()) {
            SwingUtilities.invokeLater(() -> stroke(s));
            return;
        }
        strokes++;
        shapes.add(s);
        undo.addLast(s);
        if (undo.size() > 100) {
            undo.removeFirst();
        }
    }

    void save() {
        final List<String> copy = new ArrayList<>(shapes);
        new SwingWorker<Integer, String>() {
            private int written;

            @Override
            protected Integer doInBackground() {
                for (String s : copy) {
                    written += s.length();
                    publish(s);
                }
                return written;
            }

            @Override
            protected void process(List<String> chunk) {
                exported += chunk.size();
            }

            @Override
            protected void done() {
                try {
                    saves += get() > 0 ? 1 : 0;
                } catch (InterruptedException | ExecutionException e) {
                    saves = 0;
                }
            }
        }.execute();
    }
}
