package k35;

import java.util.HashMap;
import java.util.Map;

/** Balances change on the server thread only; the chat command hops over. */
public class EconomyPlugin implements ServerLoop.Plugin {
    private final ServerLoop server;
    private final Map<String, Double> balances = new HashMap<>();
    private double treasury;

    public EconomyPlugin(ServerLoop server) {
        this.server = server;
    }

    @Override
    public void onTick(int tick) {
        if (tick % 1200 == 0) {
            for (Map.Entry<String, Double> e : balances.entrySet()) {
                double tax = e.getValue() * 0.01;
                e.setValue(e.getValue() - tax);
                treasury += tax;
            }
        }
    }

    @Override
    public void onAsyncChat(String player, String message) {
        if (message.startsWith("/pay ")) {
            String[] args = message.split(" ");
            double amount = Double.parseDouble(args[2]);
            server.runTask(() -> pay(player, args[1], amount));
        }
    }

    private void pay(String from, String to, double amount) {
        double have = balances.getOrDefault(from, 0.0);
        if (have < amount) {
            return;
        }
        balances.put(from, have - amount);
        balances.put(to, balances.getOrDefault(to, 0.0) + amount);
    }
}
