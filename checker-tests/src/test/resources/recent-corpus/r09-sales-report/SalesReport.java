package r09salesreport;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

public class SalesReport {

    public enum Channel { SHOP, WEB, PHONE }

    public record Sale(YearMonth month, Channel channel, String customer, long cents) { }

    private final List<Sale> sales;
    private final Map<String, Long> perCustomer = new HashMap<>();
    private final Map<Channel, Long> perChannel = new EnumMap<>(Channel.class);

    public SalesReport(List<Sale> sales) {
        this.sales = List.copyOf(sales);
    }

    public SalesReport analyse() {
        sales.parallelStream()
                .filter(sale -> sale.cents() > 0)
                .forEach(this::book);
        sales.stream().forEach(sale -> perChannel.merge(sale.channel(), sale.cents(), Long::sum));
        return this;
    }

    private void book(Sale sale) {
        perCustomer.merge(sale.customer(), sale.cents(), Long::sum); // RACE unsafe-collection
    }

    public Map<YearMonth, Long> perMonth() {
        return sales.parallelStream().collect(
                Collectors.groupingBy(Sale::month, TreeMap::new, Collectors.summingLong(Sale::cents)));
    }

    public String asText() {
        StringBuilder text = new StringBuilder("month;customer;cents\n");
        sales.parallelStream()
                .map(sale -> sale.month() + ";" + sale.customer() + ";" + sale.cents())
                .forEachOrdered(line -> text.append(line).append('\n'));
        return text.toString();
    }

    public List<String> bigCustomers(long limit) {
        List<String> result = new ArrayList<>();
        perCustomer.forEach((name, cents) -> {
            if (cents >= limit) {
                result.add(name);
            }
        });
        return result;
    }

    public Long of(Channel channel) {
        return perChannel.get(channel);
    }
}
