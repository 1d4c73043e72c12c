package legacy.web.hits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;

class RequestThread extends Thread {
    private final Socket socket;
    private int lineCount;

    RequestThread(Socket socket) {
        this.socket = socket;
    }

    public void run() {
        HitTable table = HitTable.getInstance();
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            table.host(socket.getInetAddress().getHostName());
            String line;
            while ((line = in.readLine()) != null && line.length() > 0) {
                lineCount++;
                if (line.startsWith("GET ")) {
                    table.hit(line.substring(4));
                } else if (line.startsWith("User-Agent:")) {
                    table.agent(line.substring(11).trim());
                }
            }
            if (lineCount == 0) {
                table.error("(empty)");
            }
        } catch (IOException e) {
            table.error("(io)");
        }
    }

    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(8080);
        int served = 0;
        while (served < Integer.MAX_VALUE) {
            new RequestThread(server.accept()).start();
            served++;
        }
    }
}
