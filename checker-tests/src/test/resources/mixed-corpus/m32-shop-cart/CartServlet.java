package cart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Cart operations of the shop; a browser may send several of them at once. */
public class CartServlet extends HttpServlet {

    private static final String CART = "shop.cart";
    private static final String MUTEX = "shop.mutex";

    private final Map<String, Integer> soldBySku = new ConcurrentHashMap<>();

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        Cart cart = cart(req.getSession());
        String sku = req.getParameter("sku");
        switch (req.getParameter("op")) {
            case "add" -> cart.add(sku, new BigDecimal(req.getParameter("price")), 1);
            case "remove" -> cart.remove(sku);
            case "voucher" -> applyVoucher(cart, new BigDecimal(req.getParameter("value")));
            case "checkout" -> cart.checkout().forEach((s, l) -> soldBySku.merge(s, l.quantity(), Integer::sum));
            default -> resp.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        resp.getWriter().print(cart(req.getSession()).total());
    }

    private void applyVoucher(Cart cart, BigDecimal value) {
        BigDecimal discount = cart.getDiscount().add(value);
        cart.setDiscount(discount); // RACE split-lock #2
    }

    private Cart cart(HttpSession session) {
        Object mutex = session.getAttribute(MUTEX);
        synchronized (mutex != null ? mutex : session.getServletContext()) {
            Cart cart = (Cart) session.getAttribute(CART);
            if (cart == null) {
                cart = new Cart();
                session.setAttribute(CART, cart);
            }
            return cart;
        }
    }
}
