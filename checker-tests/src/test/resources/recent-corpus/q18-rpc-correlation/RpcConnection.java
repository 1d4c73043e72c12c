package org.burrow.ipc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.Map;
import java.util.logging.Logger;

/** A connection to one server, multiplexed between the calling threads. */
class RpcConnection extends Thread {

    private static final Logger LOG = Logger.getLogger("org.burrow.ipc");

    private final RpcClient client;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Hashtable<Integer, RpcCall> calls = new Hashtable<Integer, RpcCall>();
    private long lastActivity;
    private long received;
    private int sent;
    private IOException closeException;
    private boolean closing;

    RpcConnection(RpcClient client, Socket socket) throws IOException {
        this.client = client;
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
        setDaemon(true);
        setName("RPC connection to " + socket.getRemoteSocketAddress());
    }

    synchronized boolean addCall(RpcCall call) {
        if (closing) {
            return false;
        }
        calls.put(Integer.valueOf(call.id), call);
        notify();
        return true;
    }

    void sendParam(RpcCall call) {
        try {
            synchronized (out) {
                out.writeInt(call.id);
                out.writeUTF(call.method);
                out.flush();
                sent++;
            }
        } catch (IOException e) {
            markClosed(e);
        }
    }

    private synchronized boolean waitForWork() throws InterruptedException {
        while (calls.isEmpty() && !closing) {
            wait(1000);
        }
        return !closing;
    }

    public void run() {
        try {
            while (waitForWork()) {
                receiveResponse();
            }
        } catch (InterruptedException e) {
            markClosed(new IOException("interrupted"));
        }
        close();
        LOG.fine(getName() + ": stopped, received " + received);
    }

    private void receiveResponse() {
        lastActivity = System.currentTimeMillis();
        try {
            int id = in.readInt();
            RpcCall call = calls.remove(Integer.valueOf(id));
            received++;
            String value = in.readUTF();
            if (call != null) {
                call.setValue(value);
            } else {
                client.unknownResponses++; // RACE rmw
            }
        } catch (IOException e) {
            markClosed(e);
        }
    }

    private synchronized void markClosed(IOException e) {
        if (!closing) {
            closing = true;
            closeException = e;
            notifyAll();
        }
    }

    private synchronized void close() {
        Iterator<Map.Entry<Integer, RpcCall>> it = calls.entrySet().iterator();
        while (it.hasNext()) {
            RpcCall c = it.next().getValue();
            c.setException(closeException);
            it.remove();
        }
        try {
            socket.close();
        } catch (IOException ignored) {
            LOG.finest("close");
        }
    }
}
