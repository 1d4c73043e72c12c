package quotes;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Computes quotes for insurances; the steps of the questionnaire are kept in the session. */
public class QuoteServlet extends HttpServlet {

    static final String MUTEX = QuoteServlet.class.getName() + ".mutex";
    private static final String STEPS = "quote.steps";

    private final LongAdder quotes = new LongAdder();
    private volatile BigDecimal base = new BigDecimal("120");
    private String motd;

    /** Called by the container once before any request. */
    @Override
    public void init() {
        motd = getInitParameter("motd");
        if (motd == null) {
            motd = "";
        }
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        Calculation c = new Calculation(base);
        HttpSession session = req.getSession();
        synchronized (session.getAttribute(MUTEX)) {
            @SuppressWarnings("unchecked")
            List<String> steps = (List<String>) session.getAttribute(STEPS);
            if (steps == null) {
                steps = new ArrayList<>();
                session.setAttribute(STEPS, steps);
            }
            steps.add(req.getParameter("answer"));
            for (String s : steps) {
                c.apply(s);
            }
        }
        quotes.increment();
        resp.getWriter().print(motd + c.result());
    }

    @Override
    protected void doPut(HttpServletRequest req, HttpServletResponse resp) {
        base = new BigDecimal(req.getParameter("base"));
    }

    /** State of one request. */
    private static final class Calculation {
        private BigDecimal sum;
        private int risks;

        Calculation(BigDecimal base) {
            this.sum = base;
        }

        void apply(String answer) {
            if ("yes".equals(answer)) {
                risks++;
                sum = sum.add(BigDecimal.TEN.multiply(BigDecimal.valueOf(risks)));
            }
        }

        BigDecimal result() {
            return sum;
        }
    }

    /** Gives every session its mutex when it is created. */
    public static final class MutexListener implements HttpSessionListener {
        @Override
        public void sessionCreated(HttpSessionEvent event) {
            event.getSession().setAttribute(MUTEX, new Object());
        }
    }
}
