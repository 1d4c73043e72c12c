package catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Parses the lines of a supplier's price list. */
public class CatalogImporter {

    private final Set<String> knownSkus;

    public CatalogImporter(Set<String> knownSkus) {
        this.knownSkus = Set.copyOf(knownSkus);
    }

    public ImportResult importLines(List<String> lines) {
        AtomicInteger parsed = new AtomicInteger();
        int[] rejected = {0};
        List<String> errors = Collections.synchronizedList(new ArrayList<>());
        Map<String, Item> bySku = new ConcurrentHashMap<>();
        lines.parallelStream().forEach(line -> {
            String[] cells = line.split(";");
            if (cells.length != 3) {
                rejected[0]++; // RACE rmw #1
                errors.add("bad line: " + line);
                return;
            }
            Item item = new Item(cells[0].trim(), cells[1].trim(), new BigDecimal(cells[2].trim()));
            parsed.incrementAndGet();
            bySku.merge(item.sku(), item, (a, b) -> a.price().compareTo(b.price()) <= 0 ? a : b);
        });
        return new ImportResult(parsed.get(), rejected[0], errors, List.copyOf(bySku.values()));
    }

    /** Splits items into those already listed and the new ones. */
    public Map<Boolean, List<Item>> partition(List<Item> items) {
        return items.parallelStream().collect(Collectors.partitioningBy(i -> knownSkus.contains(i.sku())));
    }

    public Set<String> duplicateNames(List<Item> items) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Set<String> twice = new HashSet<>();
        items.parallelStream()
                .filter(i -> !seen.add(i.name()))
                .forEach(i -> twice.add(i.name())); // RACE unsafe-collection #2
        return twice;
    }

    public Map<String, Integer> countByPrefix(List<Item> items) {
        Map<String, Integer> counts = new HashMap<>();
        items.stream().forEach(i -> counts.merge(i.sku().substring(0, 2), 1, Integer::sum));
        return counts;
    }

    public BigDecimal total(List<Item> items) {
        return items.parallelStream().map(Item::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<String> labels(List<Item> items) {
        return items.parallelStream().collect(ArrayList::new,
                (list, i) -> list.add(i.sku() + " " + i.name()), List::addAll);
    }

    /** A line of the price list. */
    public record Item(String sku, String name, BigDecimal price) {
    }

    /** Outcome of an import. */
    public record ImportResult(int parsed, int rejected, List<String> errors, List<Item> items) {
    }
}
