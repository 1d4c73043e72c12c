package economy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Balances of the players of a game server. Plugin commands run on the main thread, purchases from
 * the web store arrive on HTTP threads, interest is paid by an asynchronous task.
 */
public class EconomyManager {

    private final Map<UUID, Double> balances = new ConcurrentHashMap<>();
    private final Map<UUID, Map<String, Integer>> purchases = new ConcurrentHashMap<>();
    private final ExecutorService async = Executors.newFixedThreadPool(3);
    private final MainThreadBridge bridge;

    /** Main thread only. */
    private final Map<UUID, Integer> scoreboard = new HashMap<>();

    public EconomyManager(MainThreadBridge bridge) {
        this.bridge = bridge;
    }

    public double balance(UUID player) {
        return balances.getOrDefault(player, 0.0);
    }

    public void deposit(UUID player, double amount) {
        balances.merge(player, amount, Double::sum);
        refreshScore(player);
    }

    public boolean withdraw(UUID player, double amount) {
        double now = balance(player);
        if (now < amount) { // RACE check-then-act #1
            return false;
        }
        balances.put(player, now - amount); // RACE check-then-act #1
        refreshScore(player);
        return true;
    }

    /** Takes the money or nothing, in one step. */
    public boolean tryCharge(UUID player, double amount) {
        boolean[] ok = {false};
        balances.computeIfPresent(player, (p, b) -> {
            if (b < amount) {
                return b;
            }
            ok[0] = true;
            return b - amount;
        });
        return ok[0];
    }

    public void onWebPurchase(UUID player, String item, double price) {
        async.execute(() -> {
            if (tryCharge(player, price)) {
                purchases.computeIfAbsent(player, p -> new HashMap<>())
                        .merge(item, 1, Integer::sum); // RACE unsafe-collection #2
                refreshScore(player);
            }
        });
    }

    public void payInterest(double rate) {
        async.execute(() -> balances.replaceAll((p, b) -> b * (1 + rate)));
    }

    private void refreshScore(UUID player) {
        bridge.callSync(() -> {
            int old = scoreboard.getOrDefault(player, 0);
            scoreboard.put(player, Math.max(old, (int) balance(player)));
        });
    }
}
