package ordersweb;

import java.util.ArrayList;
import java.util.List;

/** The body of a request. */
public class OrderForm {

    public record Line(String sku, int quantity) {}

    private String customer = "";
    private List<Line> lines = new ArrayList<>();
    private int units;

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public List<Line> getLines() {
        return lines;
    }

    public void setLines(List<Line> lines) {
        this.lines = lines;
    }

    void normalize() {
        customer = customer.trim();
        for (Line line : lines) {
            units += line.quantity();
        }
    }

    int units() {
        return units;
    }
}
