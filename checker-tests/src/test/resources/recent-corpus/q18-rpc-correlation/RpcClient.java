package org.burrow.ipc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Hashtable;

/**
 * A client for the burrow protocol. There is one per JVM; it is shared by all who call, and holds one
 * connection per server.
 */
public class RpcClient {

    private final Hashtable<InetSocketAddress, RpcConnection> connections =
            new Hashtable<InetSocketAddress, RpcConnection>();
    private int counter;
    private int timeouts;
    long unknownResponses;

    public String call(String method, InetSocketAddress address, long timeout) throws IOException {
        RpcCall call = new RpcCall(nextId(), method);
        RpcConnection connection = getConnection(address, call);
        connection.sendParam(call);
        String value = call.await(timeout);
        if (value == null) {
            countTimeout();
            throw new IOException("timed out: " + method);
        }
        return value;
    }

    private int nextId() {
        return counter++; // RACE rmw
    }

    private synchronized void countTimeout() {
        timeouts++;
    }

    private RpcConnection getConnection(InetSocketAddress address, RpcCall call) throws IOException {
        RpcConnection connection;
        do {
            synchronized (connections) {
                connection = connections.get(address);
                if (connection == null || !connection.isAlive()) {
                    connection = new RpcConnection(this, new Socket(address.getAddress(), address.getPort()));
                    connections.put(address, connection);
                    connection.start();
                }
            }
        } while (!connection.addCall(call));
        return connection;
    }
}

/** One outstanding call. */
class RpcCall {
    final int id;
    final String method;
    private String value;
    private IOException error;
    private boolean done;

    RpcCall(int id, String method) {
        this.id = id;
        this.method = method;
    }

    synchronized void setValue(String v) {
        value = v;
        done = true;
        notify();
    }

    synchronized void setException(IOException e) {
        error = e;
        done = true;
        notify();
    }

    synchronized String await(long timeout) throws IOException {
        long end = System.currentTimeMillis() + timeout;
        while (!done && System.currentTimeMillis() < end) {
            try {
                wait(Math.max(1, end - System.currentTimeMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        if (error != null) {
            throw error;
        }
        return value;
    }
}
