package parsers;

import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Parser with a lot of buffers. Not thread-safe. */
public final class TemplateParser {

    private final StringBuilder out = new StringBuilder();
    private final List<String> errors = new ArrayList<>();
    private final SimpleDateFormat dates = new SimpleDateFormat("yyyy-MM-dd");
    private int depth;
    int uses;

    public void parse(String template) {
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            switch (c) {
                case '{' -> depth++;
                case '}' -> {
                    if (--depth < 0) {
                        errors.add("unbalanced at " + i);
                        depth = 0;
                    }
                }
                case '@' -> out.append(dates.format(new Date()));
                default -> out.append(c);
            }
        }
    }

    public String output() {
        return out.toString();
    }

    public List<String> errors() {
        return List.copyOf(errors);
    }

    void reset() {
        out.setLength(0);
        errors.clear();
        depth = 0;
    }
}
