package k35;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rewards players for votes which they type in the chat. */
public class VotePlugin implements ServerLoop.Plugin {
    private final Map<String, Integer> votes = new ConcurrentHashMap<>();
    private final Map<String, String> lastMessage = new HashMap<>();
    private int partyCounter;

    @Override
    public void onAsyncChat(String player, String message) {
        lastMessage.put(player, message); // RACE unsafe-collection #1
        if (message.equals("/vote")) {
            Integer v = votes.get(player); // RACE check-then-act #2
            votes.put(player, v == null ? 1 : v + 1); // RACE check-then-act #2
            partyCounter++; // RACE rmw #3
        }
    }

    @Override
    public void onTick(int tick) {
        if (partyCounter >= 50) { // RACE rmw #3
            partyCounter = 0; // RACE rmw #3
            System.out.println("Vote party! Last words: " + lastMessage.size());
        }
    }
}
