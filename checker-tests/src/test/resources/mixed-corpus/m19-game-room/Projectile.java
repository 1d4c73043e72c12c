package room;

import java.util.Collection;

/** A projectile in flight; confined to the tick thread of its room. */
class Projectile {
    final int owner;
    final int damage;
    double x;
    double y;
    double vx;
    double vy;
    int ttl = 100;

    Projectile(int owner, int damage) {
        this.owner = owner;
        this.damage = damage;
    }

    Player hits(Collection<Player> candidates) {
        for (Player p : candidates) {
            if (p.id != owner && p.isAt(x, y)) {
                return p;
            }
        }
        return null;
    }
}
