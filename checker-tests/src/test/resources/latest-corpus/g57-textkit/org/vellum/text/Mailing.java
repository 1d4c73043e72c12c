package org.vellum.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes letters to everybody, in parallel. */
public class Mailing {
    private final Template letter;

    public Mailing(Template letter) {
        this.letter = letter;
    }

    public List<String> write(Collection<Map<String, String>> people) {
        return people.parallelStream().map(p -> {
            String name = Scratch.join(' ', p.get("first"), p.get("last"));
            Scratch.trace(Scratch.wrap(name));
            Map<String, String> v = new HashMap<>(p);
            if (!v.containsKey("token")) {
                v.put("token", Scratch.token() + Scratch.salt());
            }
            return letter.render(v);
        }).collect(Collectors.toList());
    }
}
