package sim.lattice;

/** Two-buffer heat diffusion grid; rows are split among workers. */
final class HeatGrid {
    final int width;
    final int height;
    private double[] now;
    private double[] next;
    private int swaps;

    HeatGrid(int width, int height) {
        this.width = width;
        this.height = height;
        this.now = new double[width * height];
        this.next = new double[width * height];
    }

    void relax(int fromRow, int toRow) {
        for (int y = Math.max(1, fromRow); y < Math.min(height - 1, toRow); y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                next[i] = now[i];
                next[i] += 0.1 * (now[i - 1] + now[i + 1] + now[i - width] + now[i + width] - 4 * now[i]);
            }
        }
    }

    /** Barrier action: all workers are waiting. */
    void swap() {
        double[] t = now;
        now = next;
        next = t;
        swaps++;
    }

    double cell(int i) {
        return now[i];
    }

    void heat(int i, double amount) {
        now[i] += amount;
    }

    int swaps() {
        return swaps;
    }
}
