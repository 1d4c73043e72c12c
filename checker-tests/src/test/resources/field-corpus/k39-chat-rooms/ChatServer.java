package k39;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One thread per client. */
public class ChatServer {
    private final Map<String, List<Client>> rooms = new HashMap<>();
    private final Map<String, String> topics = new HashMap<>();
    private int connected;
    private int nextGuest = 1;

    public void listen(int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port)) {
            while (true) {
                Socket s = server.accept();
                Client c = new Client(s, "guest" + nextGuest++);
                new Thread(c).start();
            }
        }
    }

    void join(String room, Client c) {
        synchronized (rooms) {
            List<Client> members = rooms.get(room);
            if (members == null) {
                members = new ArrayList<>();
                rooms.put(room, members);
            }
            members.add(c);
        }
    }

    void leave(String room, Client c) {
        synchronized (rooms) {
            List<Client> members = rooms.get(room);
            if (members != null && members.remove(c) && members.isEmpty()) {
                rooms.remove(room);
            }
        }
    }

    void say(String room, String text) {
        List<Client> copy;
        synchronized (rooms) {
            copy = new ArrayList<>(rooms.getOrDefault(room, List.of()));
        }
        for (Client c : copy) {
            c.out.println(text);
        }
    }

    void topic(String room, String text) {
        topics.put(room, text); // RACE unsafe-collection #1
        say(room, "topic: " + text);
    }

    class Client implements Runnable {
        private final Socket socket;
        private String nick;
        private String room;
        private int lines;
        private PrintWriter out;

        Client(Socket socket, String nick) {
            this.socket = socket;
            this.nick = nick;
        }

        @Override
        public void run() {
            connected++; // RACE rmw #2
            try (BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
                out = new PrintWriter(socket.getOutputStream(), true);
                String line;
                while ((line = in.readLine()) != null) {
                    lines++;
                    command(line);
                }
            } catch (IOException e) {
                System.err.println(nick + " lost after " + lines + " lines");
            } finally {
                if (room != null) {
                    leave(room, this);
                }
                connected--; // RACE rmw #2
            }
        }

        private void command(String line) {
            if (line.startsWith("/nick ")) {
                nick = line.substring(6);
            } else if (line.startsWith("/join ")) {
                if (room != null) {
                    leave(room, this);
                }
                room = line.substring(6);
                join(room, this);
            } else if (line.startsWith("/topic ")) {
                topic(room, line.substring(7));
            } else if (room != null) {
                say(room, nick + ": " + line);
            }
        }
    }
}
