package chain;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Sorted singly linked list with a lock per node. Operations walk down the list hand over hand: the
 * successor is locked before its predecessor is released. Thread-safe.
 */
public class LockCoupledList {

    private final Node head = new Node(Long.MIN_VALUE, null);

    /** Adds the weight to the key, inserting a node when necessary. */
    public long add(long key, long weight) {
        Node prev = head;
        prev.lock.lock();
        try {
            Node cur = prev.next;
            while (cur != null) {
                cur.lock.lock();
                if (cur.key >= key) {
                    try {
                        if (cur.key == key) {
                            cur.weight += weight;
                            return cur.weight;
                        }
                        break;
                    } finally {
                        cur.lock.unlock();
                    }
                }
                prev.lock.unlock();
                prev = cur;
                cur = cur.next;
            }
            Node n = new Node(key, cur);
            n.weight = weight;
            prev.next = n;
            return weight;
        } finally {
            prev.lock.unlock();
        }
    }

    public boolean remove(long key) {
        Node prev = head;
        prev.lock.lock();
        try {
            Node cur = prev.next;
            while (cur != null && cur.key <= key) {
                cur.lock.lock();
                if (cur.key == key) {
                    prev.next = cur.next;
                    cur.next = null;
                    cur.lock.unlock();
                    return true;
                }
                prev.lock.unlock();
                prev = cur;
                cur = cur.next;
            }
            return false;
        } finally {
            prev.lock.unlock();
        }
    }

    public long weight(long key) {
        Node n = head;
        n.lock.lock();
        try {
            while (n.next != null && n.next.key <= key) {
                Node next = n.next;
                next.lock.lock();
                n.lock.unlock();
                n = next;
            }
            return n != head && n.key == key ? n.weight : 0;
        } finally {
            n.lock.unlock();
        }
    }

    private static final class Node {
        private final ReentrantLock lock = new ReentrantLock();
        private final long key;
        private Node next;
        private long weight;

        Node(long key, Node next) {
            this.key = key;
            this.next = next;
        }
    }
}
