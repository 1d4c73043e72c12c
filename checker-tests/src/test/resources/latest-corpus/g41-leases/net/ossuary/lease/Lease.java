package net.ossuary.lease;

final class Lease {
    final String key;
    final String owner;
    final long until;
    final int renewals;

    Lease(String key, String owner, long until, int renewals) {
        this.key = key;
        this.owner = owner;
        this.until = until;
        this.renewals = renewals;
    }

    Lease renewed(long newUntil) {
        return new Lease(key, owner, newUntil, renewals + 1);
    }
}
