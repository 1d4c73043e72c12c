package programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists in a map. */
class ChatRoom {
  private final Map<String, List<String>> byUser = new HashMap<>();
  private int messages;

  void say(String user, String text) {
    List<String> said = byUser.get(user);
    if (said == null) {
      said = new ArrayList<>();
      byUser.put(user, said);
    }
    said.add(text);
    messages++;
  }

  int saidBy(String user) {
    List<String> said = byUser.get(user);
    return said == null ? 0 : said.size();
  }

  int messages() {
    return messages;
  }

  static String single() {
    ChatRoom room = new ChatRoom();
    room.say("a", "x");
    room.say("a", "y");
    return room.saidBy("a") + " " + room.saidBy("b") + room.messages();
  }

  static long lost() {
    ChatRoom room = new ChatRoom();
    Trial.race(i -> room.say("u" + i % 2, "hi"));
    return 2L * Trial.TOTAL - room.saidBy("u0") - room.saidBy("u1") - room.messages();
  }
}
