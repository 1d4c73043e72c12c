package io.kelpie.grid;

import java.util.Random;

/** Walks over the grid at random. */
public class Bot implements Runnable {
    private final Grid grid;
    private final int id;
    private final Random random;
    private int fuel = 1000;
    private int blocked;

    public Bot(Grid grid, int id) {
        this.grid = grid;
        this.id = id;
        this.random = new Random(id);
    }

    @Override
    public void run() {
        while (fuel > 0) {
            fuel--;
            int x = random.nextInt(grid.width());
            int y = random.nextInt(grid.height());
            if (grid.occupy(x, y, id)) {
                grid.vacate(x, y, id);
            } else {
                blocked++;
                grid.charge(y * grid.width() + x, 2);
                grid.passColumn(this, x);
            }
        }
        System.out.println("bot " + id + " blocked " + blocked);
    }

    public static void main(String[] args) {
        Grid grid = new Grid(20, 10);
        for (int i = 1; i <= 12; i++) {
            new Thread(new Bot(grid, i)).start();
        }
    }
}
