package nas.cabinet;

import java.util.ArrayList;
import java.util.List;

/** A node of the tree. The whole tree shares the mutex of its root. */
class Folder {
    protected final Object mutex;
    private final String name;
    private final Folder parent;
    private final List<Folder> children = new ArrayList<Folder>();
    private long size;
    private int files;
    private int changes;

    Folder(String name) {
        this.mutex = new Object();
        this.name = name;
        this.parent = null;
    }

    Folder(String name, Folder parent) {
        this.mutex = parent.mutex;
        this.name = name;
        this.parent = parent;
    }

    Folder createChild(String childName) {
        synchronized (mutex) {
            Folder f = new Folder(childName, this);
            children.add(f);
            changes++;
            return f;
        }
    }

    void addFile(long bytes) {
        synchronized (mutex) {
            files++;
            for (Folder f = this; f != null; f = f.parent) {
                f.size += bytes;
                f.changes++;
            }
        }
    }

    boolean prune() {
        synchronized (mutex) {
            if (parent == null || files > 0 || !children.isEmpty()) {
                return false;
            }
            parent.children.remove(this);
            parent.changes++;
            return true;
        }
    }

    long size() {
        synchronized (mutex) {
            return size;
        }
    }

    public String toString() {
        return name;
    }
}
