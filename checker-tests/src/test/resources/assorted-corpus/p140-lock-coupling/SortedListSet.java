package edu.amp.lists;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Hand-over-hand locking: the locks of two neighbours protect the link between them. */
public class SortedListSet<T extends Comparable<T>> {
    private static class Node<T> {
        final T item;
        Node<T> next;
        int hits;
        private final Lock lock = new ReentrantLock();

        Node(T item, Node<T> next) {
            this.item = item;
            this.next = next;
        }

        void lock() {
            lock.lock();
        }

        void unlock() {
            lock.unlock();
        }
    }

    private final Node<T> head = new Node<T>(null, null);

    public boolean add(T item) {
        Node<T> pred = head;
        pred.lock();
        try {
            Node<T> curr = pred.next;
            if (curr != null) {
                curr.lock();
            }
            try {
                while (curr != null && curr.item.compareTo(item) < 0) {
                    pred.unlock();
                    pred = curr;
                    curr = curr.next;
                    if (curr != null) {
                        curr.lock();
                    }
                }
                if (curr != null && curr.item.equals(item)) {
                    curr.hits++;
                    return false;
                }
                pred.next = new Node<T>(item, curr);
                return true;
            } finally {
                if (curr != null) {
                    curr.unlock();
                }
            }
        } finally {
            pred.unlock();
        }
    }

    public boolean remove(T item) {
        Node<T> pred = head;
        pred.lock();
        try {
            Node<T> curr = pred.next;
            if (curr != null) {
                curr.lock();
            }
            try {
                while (curr != null && curr.item.compareTo(item) < 0) {
                    pred.unlock();
                    pred = curr;
                    curr = curr.next;
                    if (curr != null) {
                        curr.lock();
                    }
                }
                if (curr == null || !curr.item.equals(item)) {
                    return false;
                }
                pred.next = curr.next;
                return true;
            } finally {
                if (curr != null) {
                    curr.unlock();
                }
            }
        } finally {
            pred.unlock();
        }
    }
}
