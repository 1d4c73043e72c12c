package catalogimport;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Imports the catalogs of suppliers, several at a time. */
public class CatalogImporter {

    public static final class Product {
        private final String sku;
        private final String title;
        private final BigDecimal price;

        private Product(Builder b) {
            this.sku = b.sku;
            this.title = b.title.toString().trim();
            this.price = b.price;
        }

        public String sku() {
            return sku;
        }

        public BigDecimal price() {
            return price;
        }

        @Override
        public String toString() {
            return sku + " " + title;
        }

        static final class Builder {
            private String sku;
            private final StringBuilder title = new StringBuilder();
            private BigDecimal price = BigDecimal.ZERO;
            private int changes;

            Builder sku(String sku) {
                this.sku = sku;
                changes++;
                return this;
            }

            Builder price(String price) {
                if (price != null) {
                    this.price = new BigDecimal(price);
                    changes++;
                }
                return this;
            }

            Product build() {
                if (changes == 0) {
                    throw new IllegalStateException("empty product");
                }
                return new Product(this);
            }
        }
    }

    private static final class Handler extends DefaultHandler {
        private final Map<String, Product> products = new LinkedHashMap<>();
        private Product.Builder current;
        private boolean inTitle;
        private int duplicates;
        private int depth;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            depth++;
            if (name.equals("product") && current == null) {
                current = new Product.Builder().sku(attributes.getValue("sku")).price(attributes.getValue("price"));
            }
            inTitle = name.equals("title");
        }

        @Override
        public void characters(char[] ch, int start, int length) {
            if (inTitle && current != null) {
                current.title.append(ch, start, length);
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            depth--;
            inTitle = false;
            if (name.equals("product")) {
                Product p = current.build();
                current = null;
                if (products.containsKey(p.sku())) {
                    duplicates++;
                } else {
                    products.put(p.sku(), p);
                }
            }
        }
    }

    private final Map<String, Product> catalog = new ConcurrentHashMap<>();
    private final ExecutorService executor;

    public CatalogImporter(ExecutorService executor) {
        this.executor = executor;
    }

    public int importAll(Collection<String> documents) throws Exception {
        List<Future<Handler>> parsed = new ArrayList<>();
        for (String document : documents) {
            parsed.add(executor.submit(() -> parse(document)));
        }
        int duplicates = 0;
        for (Future<Handler> f : parsed) {
            Handler h = f.get();
            duplicates += h.duplicates;
            for (Product p : h.products.values()) {
                catalog.merge(p.sku(), p, (a, b) -> a.price().compareTo(b.price()) <= 0 ? a : b);
            }
        }
        return duplicates;
    }

    private static Handler parse(String document) throws ParserConfigurationException, SAXException, IOException {
        Handler handler = new Handler();
        SAXParserFactory.newInstance().newSAXParser().parse(new InputSource(new StringReader(document)), handler);
        return handler;
    }
}
