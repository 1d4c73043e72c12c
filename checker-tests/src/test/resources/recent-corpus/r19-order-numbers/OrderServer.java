package r19ordernumbers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.LocalDate;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One thread per till; virtual ones where the runtime has them. */
public final class OrderServer {

    private static final Logger LOG = Logger.getLogger(OrderServer.class.getName());

    private final OrderNumbers numbers = new OrderNumbers();
    private final ThreadFactory threads = factory();
    private int connections;

    private static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            return Thread::new;
        }
    }

    public void serve(int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port)) {
            while (!Thread.currentThread().isInterrupted()) {
                Socket till = server.accept();
                connections++;
                int id = connections;
                threads.newThread(() -> talk(till, id)).start();
            }
        }
    }

    private void talk(Socket till, int id) {
        int lines = 0;
        try (till;
             BufferedReader in = new BufferedReader(new InputStreamReader(till.getInputStream()));
             PrintWriter out = new PrintWriter(till.getOutputStream(), true)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines++;
                out.println(numbers.next(LocalDate.now()) + " " + line);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "till " + id + " gone after " + lines, e);
        }
    }
}
