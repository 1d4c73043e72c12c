package r44shopevents;

import com.google.common.eventbus.Subscribe;
import java.util.HashMap;
import java.util.Map;

class LoyaltyPoints {

    private final Map<String, Long> points = new HashMap<>();
    private int bonuses;

    @Subscribe
    public void placed(ShopEvents.OrderPlaced event) {
        Long before = points.get(event.customer());
        long now = (before == null ? 0 : before) + event.cents() / 100;
        points.put(event.customer(), now);
        if (now > 1000 && (before == null || before <= 1000)) {
            bonuses++;
        }
    }

    @Override
    public String toString() {
        return points.size() + " customers, " + bonuses + " bonuses";
    }
}
