package arena;

/** One connected player. */
class Player {

    private final String name;
    private int health = 100;
    private int score;
    private long lastInputTick;
    private volatile boolean connected = true;

    Player(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void hit(int damage) {
        health -= damage;
        if (health < 0) {
            health = 0;
        }
    }

    boolean alive() {
        return health > 0;
    }

    void addScore(int points) {
        score += points; // RACE read-modify-write #1
    }

    int score() {
        return score;
    }

    void touch(long tick) {
        lastInputTick = Math.max(lastInputTick, tick);
    }

    long lastInputTick() {
        return lastInputTick;
    }

    void disconnect() {
        connected = false;
    }

    boolean connected() {
        return connected;
    }
}
