package room;

/** A player; confined to the tick thread of its room. */
class Player {
    final int id;
    double x;
    double y;
    int health = 100;
    int score;
    int warnings;

    Player(int id) {
        this.id = id;
    }

    boolean isAt(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        return dx * dx + dy * dy < 1.0;
    }
}
