package org.pixmill.thumb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

public final class Summary {
    private int files;
    private long bytes;
    private final Map<Path, String> errors = new LinkedHashMap<>();

    void add(Thumbnailer.Result r) {
        files++;
        bytes += r.bytes();
        if (r.error() != null && !errors.containsKey(r.file())) {
            errors.put(r.file(), r.error());
        }
    }

    public long bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return files + " files, " + bytes + " bytes, errors " + errors;
    }
}
