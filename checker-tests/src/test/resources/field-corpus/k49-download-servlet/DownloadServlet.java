package k49;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

public class DownloadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Integer> perFile = new HashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private int running;
    private int maxRunning;

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        String list = config.getInitParameter("files");
        for (String f : list == null ? new String[0] : list.split(",")) {
            files.put(f, f.getBytes());
        }
        maxRunning++;
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String name = req.getPathInfo();
        byte[] body = files.get(name);
        if (body == null) {
            resp.sendError(404);
            return;
        }
        running++; // RACE rmw #1
        try {
            perFile.merge(name, 1, Integer::sum); // RACE unsafe-collection #2
            bytes.addAndGet(body.length);
            int sent = 0;
            while (sent < body.length) {
                int n = Math.min(8192, body.length - sent);
                resp.getOutputStream().write(body, sent, n);
                sent += n;
            }
        } finally {
            running--; // RACE rmw #1
        }
    }

    @Override
    protected void doHead(HttpServletRequest req, HttpServletResponse resp) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Running", String.valueOf(running));
        headers.put("X-Max", String.valueOf(maxRunning));
        headers.forEach(resp::setHeader);
    }
}
