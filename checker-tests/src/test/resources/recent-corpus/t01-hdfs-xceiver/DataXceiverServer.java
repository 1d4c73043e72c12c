package org.example.hdfs.datanode;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Accept loop of the data node. Every accepted connection is served by a
 * daemon thread of its own which runs a {@link DataXceiver}.
 */
public class DataXceiverServer implements Runnable {

    static final Logger LOG = Logger.getLogger(DataXceiverServer.class.getName());

    private final ServerSocket ss;
    private final int maxXceiverCount;
    final Map<Socket, Thread> childSockets =
            Collections.synchronizedMap(new HashMap<Socket, Thread>());

    int activeXceivers;
    long bytesRead;
    private long accepted;
    private volatile boolean shouldRun = true;

    public DataXceiverServer(ServerSocket ss, int maxXceiverCount) {
        this.ss = ss;
        this.maxXceiverCount = maxXceiverCount;
    }

    public void run() {
        while (shouldRun) {
            Socket s = null;
            try {
                s = ss.accept();
                s.setTcpNoDelay(true);
                accepted++;
                if (activeXceivers >= maxXceiverCount) {
                    throw new IOException("Xceiver count " + activeXceivers
                            + " exceeds the limit of " + maxXceiverCount);
                }
                Thread t = new Thread(new DataXceiver(s, this), "xceiver-" + accepted);
                t.setDaemon(true);
                childSockets.put(s, t);
                t.start();
            } catch (IOException ie) {
                closeQuietly(s);
                LOG.log(Level.WARNING, "DataXceiverServer", ie);
            }
        }
    }

    void closed(Socket s, long bytes) {
        childSockets.remove(s);
        bytesRead += bytes; // RACE rmw
        closeQuietly(s);
    }

    public void kill() throws IOException {
        shouldRun = false;
        ss.close();
        List<Socket> copy;
        synchronized (childSockets) {
            copy = new ArrayList<Socket>(childSockets.keySet());
        }
        for (Socket s : copy) {
            closeQuietly(s);
        }
    }

    static void closeQuietly(Socket s) {
        if (s != null) {
            try {
                s.close();
            } catch (IOException e) {
                LOG.log(Level.FINE, "close", e);
            }
        }
    }
}
