package org.example.struts.actions;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

interface Action {
    void setServletRequest(HttpServletRequest request);

    String execute();
}

/** Front controller. */
public class ActionProxyFactory extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private transient Map<String, Supplier<? extends Action>> configurations = Collections.emptyMap();
    private final AtomicLongArray statuses = new AtomicLongArray(6);
    private int loadedConfigs;

    @Override
    public void init() {
        Map<String, Supplier<? extends Action>> m = new HashMap<>();
        m.put("upload", UploadAction::new);
        loadedConfigs++;
        configurations = m;
    }

    @Override
    protected void service(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        Invocation inv = new Invocation(req);
        Supplier<? extends Action> s = configurations.get(req.getPathInfo());
        if (s == null) {
            resp.sendError(404);
            statuses.incrementAndGet(4);
            return;
        }
        inv.push(s.get());
        resp.getWriter().println(inv.invoke());
        statuses.incrementAndGet(2);
    }

    /** The value stack and the interceptors of one request. */
    private static final class Invocation {
        private final HttpServletRequest req;
        private final List<Action> stack = new ArrayList<>();
        private int depth;
        private boolean executed;
        private String resultCode;

        Invocation(HttpServletRequest req) {
            this.req = req;
        }

        void push(Action a) {
            stack.add(a);
            depth++;
        }

        String invoke() {
            if (executed) {
                throw new IllegalStateException("Action has already executed");
            }
            executed = true;
            while (depth > 0) {
                Action a = stack.remove(--depth);
                a.setServletRequest(req);
                resultCode = a.execute();
            }
            return resultCode;
        }
    }
}
