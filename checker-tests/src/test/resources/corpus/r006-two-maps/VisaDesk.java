package gov.lindora.visa;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;

/** Applications come in on many threads. A check on one map does not always decide about it. */
class VisaDesk {
  private final ConcurrentMap<String, Integer> fees = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> received = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> decisions = new ConcurrentHashMap<>();
  private final Set<String> embassies = ConcurrentHashMap.newKeySet();

  VisaDesk() {
    fees.put("tourist", 60);
    fees.put("student", 20);
    embassies.add("north");
  }

  /** The fees are only looked up, and the time of the last letter counts. */
  boolean receive(String kind, String applicant) {
    if (!fees.containsKey(kind)) {
      return false;
    }
    received.put(applicant, System.currentTimeMillis());
    return true;
  }

  /** Reads one map, writes another, and depends on nothing that is in it. */
  void remind(String applicant) {
    Long since = received.get(applicant);
    if (since != null && System.currentTimeMillis() - since > 86_400_000L) {
      decisions.putIfAbsent(applicant, "reminded");
    }
  }

  /** The decision that is in the map decides about the decision. */
  void decide(String applicant, String text) {
    if (!decisions.containsKey(applicant)) { // RACE check-then-act #1
      decisions.put(applicant, text); // RACE check-then-act #1
    }
  }

  String decideOnce(String applicant, String text) {
    String before = decisions.putIfAbsent(applicant, text);
    return before == null ? text : before;
  }

  void withdraw(String applicant) {
    if (decisions.remove(applicant) != null) {
      received.remove(applicant);
    }
  }

  /** A set's add says whether it was new. */
  boolean open(String embassy) {
    return embassies.add(embassy);
  }

  void close(String embassy) {
    if (embassies.contains(embassy)) { // MAYBE
      embassies.remove(embassy); // MAYBE
    }
  }

  void season(ExecutorService clerks, Map<String, String> applications) {
    applications.forEach(
        (applicant, kind) -> {
          clerks.execute(() -> receive(kind, applicant));
          clerks.execute(() -> remind(applicant));
          clerks.execute(() -> decide(applicant, "granted"));
          clerks.submit(() -> decideOnce(applicant, "refused"));
          clerks.execute(() -> withdraw(applicant));
          clerks.submit(() -> open(kind));
          clerks.execute(() -> close(kind));
        });
  }
}
