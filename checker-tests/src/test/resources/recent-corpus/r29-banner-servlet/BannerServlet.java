package r29bannerservlet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class BannerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private Map<String, String> banners;
    private int size;

    public void init() throws ServletException {
        banners = new HashMap<String, String>();
        String list = getInitParameter("banners");
        if (list != null) {
            String[] names = list.split(",");
            for (int i = 0; i < names.length; i++) {
                banners.put(names[i], "/img/" + names[i] + ".png");
                size++;
            }
        }
    }

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        note(request, "banner");
        note(request, name);
        view(getServletContext(), name);
        clicks(getServletContext()).merge(String.valueOf(name), Integer.valueOf(1), Integer::sum);
        response.getWriter().println(banners.get(name) + " of " + size + " after " + request.getAttribute("notes"));
    }

    private static void view(ServletContext context, String name) {
        String key = "views." + name;
        Integer views = (Integer) context.getAttribute(key); // RACE rmw #1
        context.setAttribute(key, Integer.valueOf(views == null ? 1 : views.intValue() + 1)); // RACE rmw #1
    }

    private static ConcurrentMap<String, Integer> clicks(ServletContext context) {
        synchronized (BannerServlet.class) {
            @SuppressWarnings("unchecked")
            ConcurrentMap<String, Integer> map = (ConcurrentMap<String, Integer>) context.getAttribute("clicks");
            if (map == null) {
                map = new ConcurrentHashMap<String, Integer>();
                context.setAttribute("clicks", map);
            }
            return map;
        }
    }

    private static void note(HttpServletRequest request, String text) {
        StringBuilder notes = (StringBuilder) request.getAttribute("notes");
        if (notes == null) {
            notes = new StringBuilder();
            request.setAttribute("notes", notes);
        }
        notes.append(text).append(' ');
    }
}
