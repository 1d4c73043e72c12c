package watches;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Trie of paths, safe for use by several threads. */
class PathTrie {

    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    private final Lock read = rw.readLock();
    private final Lock write = rw.writeLock();
    private final Node root = new Node();
    private int marks;

    void add(String path) {
        write.lock();
        try {
            Node n = root;
            for (String part : path.split("/")) {
                n = n.children.computeIfAbsent(part, p -> new Node());
            }
            n.count++;
            marks++;
        } finally {
            write.unlock();
        }
    }

    boolean remove(String path) {
        write.lock();
        try {
            Node n = find(path);
            if (n == null || n.count == 0) {
                return false;
            }
            n.count--;
            marks--;
            return true;
        } finally {
            write.unlock();
        }
    }

    boolean covers(String path) {
        read.lock();
        try {
            if (marks == 0) {
                return false;
            }
            Node n = root;
            for (String part : path.split("/")) {
                n = n.children.get(part);
                if (n == null) {
                    return false;
                }
                if (n.count > 0) {
                    return true;
                }
            }
            return false;
        } finally {
            read.unlock();
        }
    }

    private Node find(String path) {
        Node n = root;
        for (String part : path.split("/")) {
            n = n.children.get(part);
            if (n == null) {
                return null;
            }
        }
        return n;
    }

    private static final class Node {
        final Map<String, Node> children = new HashMap<>();
        int count;
    }
}
