package org.ringmesh.gms;

import java.net.InetAddress;

/** Takes messages of other nodes; implementations are run by several threads of the stage at a time. */
public interface VerbHandler {
    void doVerb(InetAddress from, int generation, int version);
}
