package org.example.hdfs.datanode;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.logging.Level;

/** Serves one client connection. */
class DataXceiver implements Runnable {

    private static final int OP_READ = 81;
    private static final int OP_WRITE = 80;

    private final Socket s;
    private final DataXceiverServer server;
    private int opsProcessed;
    private long transferred;

    DataXceiver(Socket s, DataXceiverServer server) {
        this.s = s;
        this.server = server;
    }

    public void run() {
        server.activeXceivers++; // RACE rmw #1
        try {
            DataInputStream in = new DataInputStream(s.getInputStream());
            while (true) {
                processOp(in.readUnsignedByte(), in);
                ++opsProcessed;
            }
        } catch (EOFException e) {
            DataXceiverServer.LOG.fine("closed after " + opsProcessed + " ops");
        } catch (IOException e) {
            DataXceiverServer.LOG.log(Level.WARNING, s + ": error processing op", e);
        } finally {
            server.closed(s, transferred);
            server.activeXceivers--; // RACE rmw #1
        }
    }

    private void processOp(int op, DataInputStream in) throws IOException {
        switch (op) {
            case OP_READ:
            case OP_WRITE:
                int len = in.readInt();
                byte[] buf = new byte[len];
                in.readFully(buf);
                transferred += len;
                break;
            default:
                throw new IOException("Unknown op " + op);
        }
    }
}
