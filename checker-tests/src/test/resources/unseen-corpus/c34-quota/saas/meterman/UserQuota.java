package saas.meterman;

/** Consumption of one user in the current month. */
class UserQuota {
  final String user;
  long used;
  int calls;
  boolean notified;
  private int extensions;

  UserQuota(String user) {
    this.user = user;
  }

  synchronized void extend() {
    extensions++;
  }

  synchronized int extensions() {
    return extensions;
  }
}
