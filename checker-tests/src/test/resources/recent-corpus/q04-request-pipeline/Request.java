package org.quorumkit.server;

/** A client request on its way through the processors. */
class Request {
    static final Request DEATH = new Request(-1, -1, "");

    final long sessionId;
    final int cxid;
    final String path;
    long zxid;
    int errorCode;

    Request(long sessionId, int cxid, String path) {
        this.sessionId = sessionId;
        this.cxid = cxid;
        this.path = path;
    }
}
