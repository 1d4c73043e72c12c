package org.barleyconf.parse;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Parses configuration sources, many at a time. */
public class ConfigParser {

    private final Executor executor;

    public ConfigParser(Executor executor) {
        this.executor = executor;
    }

    public CompletableFuture<Map<String, String>> parseAll(Collection<String> sources) {
        CompletableFuture<Map<String, String>> all = CompletableFuture.completedFuture(new LinkedHashMap<>());
        for (String s : sources) {
            CompletableFuture<Map<String, String>> one =
                    CompletableFuture.supplyAsync(() -> new Run(s).parse(), executor);
            all = all.thenCombine(one, (merged, part) -> {
                part.forEach((k, v) -> {
                    if (!merged.containsKey(k)) {
                        merged.put(k, v);
                    }
                });
                return merged;
            });
        }
        return all;
    }

    /** State of the parse of one source. */
    private static final class Run {
        private final PropertyLexer lexer;
        private final Map<String, String> result = new LinkedHashMap<>();
        private final Deque<String> path = new ArrayDeque<>();
        private int overridden;
        private String prefix = "";

        Run(String source) {
            this.lexer = new PropertyLexer(source);
        }

        Map<String, String> parse() {
            for (PropertyLexer.Token t = lexer.next(); t.kind() != PropertyLexer.Kind.END; t = lexer.next()) {
                switch (t.kind()) {
                    case NAME -> entry(t);
                    case CLOSE -> leave();
                    default -> throw new IllegalStateException("unexpected " + t);
                }
            }
            if (overridden > 0) {
                result.put("parser.overridden", String.valueOf(overridden));
            }
            return result;
        }

        private void entry(PropertyLexer.Token name) {
            PropertyLexer.Token t = lexer.next();
            if (t.kind() == PropertyLexer.Kind.OPEN) {
                path.push(prefix);
                prefix = prefix + name.text() + '.';
            } else if (t.kind() == PropertyLexer.Kind.VALUE) {
                if (result.put(prefix + name.text(), t.text()) != null) {
                    overridden++;
                }
            } else {
                lexer.pushBack(t);
            }
        }

        private void leave() {
            prefix = path.pop();
        }
    }
}
