package shop.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.util.WebUtils;

@Controller
public class BasketController {
  private final Map<String, Integer> popularity = new HashMap<>();
  private final ConcurrentHashMap<String, Integer> sold = new ConcurrentHashMap<>();

  @PostMapping("/basket")
  @ResponseBody
  public String add(HttpServletRequest request, @RequestParam("sku") String sku) {
    HttpSession session = request.getSession();
    int n;
    synchronized (WebUtils.getSessionMutex(session)) {
      @SuppressWarnings("unchecked")
      Map<String, Integer> basket = (Map<String, Integer>) session.getAttribute("basket");
      if (basket == null) {
        basket = new LinkedHashMap<>();
        session.setAttribute("basket", basket);
      }
      n = basket.merge(sku, 1, Integer::sum);
    }
    popularity.put(sku, popularity.getOrDefault(sku, 0) + 1); // RACE unsafe-collection
    return "x" + n;
  }

  @PostMapping("/checkout")
  @ResponseBody
  public String checkout(@ModelAttribute Form form) {
    Totals t = new Totals();
    for (String line : form.getLines()) {
      t.add(line);
      sold.compute(line, (k, v) -> v == null ? 1 : v + 1);
    }
    return t.items + " items";
  }

  static class Totals {
    int items;
    int chars;

    void add(String line) {
      items++;
      chars += line.length();
    }
  }

  public static class Form {
    private String[] lines = {};

    public String[] getLines() {
      return lines;
    }

    public void setLines(String[] lines) {
      this.lines = lines;
    }
  }
}

@Component
@RequestScope
class RequestTrace {
  private int steps;
  private final StringBuilder text = new StringBuilder();

  void step(String s) {
    steps++;
    text.append(steps).append(' ').append(s).append('\n');
  }
}

@Component
@Scope("prototype")
class CsvExport {
  private int rows;

  String row(Object... cells) {
    rows++;
    return rows + ";" + String.join(";", java.util.Arrays.stream(cells).map(String::valueOf).toList());
  }
}
