package programs;

import java.util.EnumMap;
import java.util.Map;

/** A map for which there is no concurrent one. */
class VoteCount {
  enum Party {
    RED,
    BLUE
  }

  private final Map<Party, Integer> votes = new EnumMap<>(Party.class);
  private Party leader;

  void vote(Party party) {
    votes.merge(party, 1, Integer::sum);
    if (leader == null || votes.get(party) > votes.get(leader)) {
      leader = party;
    }
  }

  int votes(Party party) {
    return votes.getOrDefault(party, 0);
  }

  Party leader() {
    return leader;
  }

  static String single() {
    VoteCount count = new VoteCount();
    count.vote(Party.RED);
    return count.leader() + " " + count.votes(Party.RED);
  }

  static long lost() {
    VoteCount count = new VoteCount();
    Trial.race(i -> count.vote(i % 3 == 0 ? Party.RED : Party.BLUE));
    return Trial.TOTAL - count.votes(Party.RED) - count.votes(Party.BLUE)
        + (count.leader() == Party.BLUE ? 0 : 1);
  }
}
