package sketchpad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import javax.swing.SwingUtilities;

/** The document being edited. All the methods except {@link #published()} belong to the event dispatch thread. */
public class DrawingModel {

    public record Shape(String kind, int x, int y) {
        Shape moved(int dx, int dy) {
            return new Shape(kind, x + dx, y + dy);
        }
    }

    interface Edit {
        void undo();

        void redo();
    }

    private final List<Shape> shapes = new ArrayList<>();
    private final Deque<Edit> undoStack = new ArrayDeque<>();
    private final Deque<Edit> redoStack = new ArrayDeque<>();
    private volatile List<Shape> published = Collections.emptyList();
    private int revision;
    private int undos;

    private static void checkThread() {
        if (!SwingUtilities.isEventDispatchThread()) {
            throw new IllegalStateException("wrong thread");
        }
    }

    public void add(Shape shape) {
        checkThread();
        perform(new Edit() {
            @Override
            public void undo() {
                shapes.remove(shapes.size() - 1);
            }

            @Override
            public void redo() {
                shapes.add(shape);
            }
        });
    }

    public void move(int index, int dx, int dy) {
        checkThread();
        perform(new Edit() {
            @Override
            public void undo() {
                shapes.set(index, shapes.get(index).moved(-dx, -dy));
            }

            @Override
            public void redo() {
                shapes.set(index, shapes.get(index).moved(dx, dy));
            }
        });
    }

    private void perform(Edit edit) {
        edit.redo();
        undoStack.push(edit);
        redoStack.clear();
        changed();
    }

    public boolean undo() {
        checkThread();
        if (undoStack.isEmpty()) {
            return false;
        }
        Edit edit = undoStack.pop();
        edit.undo();
        redoStack.push(edit);
        undos++;
        changed();
        return true;
    }

    public boolean redo() {
        checkThread();
        Edit edit = redoStack.poll();
        if (edit == null) {
            return false;
        }
        edit.redo();
        undoStack.push(edit);
        undos--;
        changed();
        return true;
    }

    private void changed() {
        revision++;
        published = List.copyOf(shapes);
    }

    public List<Shape> published() {
        return published;
    }

    public int revision() {
        checkThread();
        return revision;
    }

    public int undos() {
        checkThread();
        return undos;
    }
}
