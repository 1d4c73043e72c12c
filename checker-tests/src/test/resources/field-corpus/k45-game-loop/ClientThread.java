package k45;

import java.util.Scanner;

final class ClientThread extends Thread {
    private final World world;
    private final Scanner in;
    private int sent;
    private long lastSeen;

    ClientThread(World world, Scanner in) {
        this.world = world;
        this.in = in;
    }

    @Override
    public void run() {
        while (in.hasNextLine()) {
            String[] p = in.nextLine().split(" ");
            world.post(new World.Command(Integer.parseInt(p[0]), p[1].charAt(0), Float.parseFloat(p[2]), Float.parseFloat(p[3])));
            sent++;
            World.Snapshot s = world.snapshot();
            if (s.tick() > lastSeen) {
                lastSeen = s.tick();
            }
        }
        System.out.println(getName() + " sent " + sent + ", last tick " + lastSeen);
    }

    static void serve(World w, Iterable<Scanner> sockets) {
        for (Scanner s : sockets) {
            new ClientThread(w, s).start();
        }
    }
}
