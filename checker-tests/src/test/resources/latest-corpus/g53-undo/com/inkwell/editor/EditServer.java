package com.inkwell.editor;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class EditServer {
    private final Map<String, Document> documents = new ConcurrentHashMap<>();

    /** Opens a session on its own thread. */
    public Thread session(String user, String doc, BufferedReader in) {
        Thread t = new Thread(() -> {
            Document d = documents.computeIfAbsent(doc, k -> new Document());
            int commands = 0;
            try {
                String line;
                while ((line = in.readLine()) != null) {
                    commands++;
                    if (line.equals("undo")) {
                        d.history().undo(user);
                    } else if (line.equals("redo")) {
                        d.history().redo();
                    } else {
                        d.suggestTitle(line);
                        d.insert(user, commands, line);
                    }
                }
            } catch (IOException e) {
                d.log(user + " lost after " + commands);
            }
        });
        t.start();
        return t;
    }
}
