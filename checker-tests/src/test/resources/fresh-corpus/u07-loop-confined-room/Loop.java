package org.parley.chat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** A thread with a queue of tasks. */
final class Loop implements Executor, Runnable {
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private long executed;

    Loop(String name) {
        thread = new Thread(this, name);
        thread.setDaemon(true);
        thread.start();
    }

    boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                tasks.take().run();
                executed++;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                System.getLogger("loop").log(System.Logger.Level.WARNING, "task " + executed + " failed", e);
            }
        }
    }
}

/** Connection threads look their room up here. */
final class Lobby {
    private final Loop[] loops = {new Loop("room-0"), new Loop("room-1")};
    private final ConcurrentHashMap<String, Room> rooms = new ConcurrentHashMap<>();

    Room room(String name) {
        return rooms.computeIfAbsent(name, n -> new Room(loops[(n.hashCode() & 0x7fffffff) % loops.length]));
    }
}
