package gg.nimbus.arena;

import java.util.concurrent.BlockingQueue;

/** Accepts text commands from sockets. */
public class FrontEnd implements Runnable {
    private final Lobby lobby;
    private final BlockingQueue<String> incoming;

    public FrontEnd(Lobby lobby, BlockingQueue<String> incoming) {
        this.lobby = lobby;
        this.incoming = incoming;
    }

    public static void launch(Lobby lobby, BlockingQueue<String> incoming) {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            new Thread(new FrontEnd(lobby, incoming), "front-" + i).start();
        }
    }

    @Override
    public void run() {
        int handled = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                String[] cmd = incoming.take().split(" ");
                handled++;
                Room room = lobby.room(cmd[0]);
                switch (cmd[1]) {
                    case "enter":
                        room.enter(Integer.parseInt(cmd[2]));
                        break;
                    case "strike":
                        room.strike(Integer.parseInt(cmd[2]), Integer.parseInt(cmd[3]), 7);
                        break;
                    case "drop":
                        room.dropped(Integer.parseInt(cmd[2]));
                        break;
                    default:
                        System.err.println("unknown command " + cmd[1] + " after " + handled);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
