package org.parley.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** State of a chat room. Everything below {@code on...} happens on the room's loop. */
final class Room {
    private final Loop loop;
    private final Map<String, Consumer<String>> members = new HashMap<>();
    private final List<String> backlog = new ArrayList<>();
    private int messages;
    private int joins;

    Room(Loop loop) {
        this.loop = loop;
    }

    void join(String nick, Consumer<String> sink) {
        if (loop.inLoop()) {
            onJoin(nick, sink);
        } else {
            loop.execute(() -> onJoin(nick, sink));
        }
    }

    void say(String nick, String text) {
        loop.execute(() -> {
            if (!members.containsKey(nick)) {
                return;
            }
            messages++;
            String line = nick + ": " + text;
            backlog.add(line);
            if (backlog.size() > 100) {
                backlog.remove(0);
            }
            members.values().forEach(sink -> sink.accept(line));
        });
    }

    CompletableFuture<Boolean> leave(String nick) {
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        loop.execute(() -> left.complete(members.remove(nick) != null));
        return left;
    }

    CompletableFuture<String> summary() {
        return CompletableFuture.supplyAsync(() -> members.size() + "/" + messages + "/" + joins, loop);
    }

    private void onJoin(String nick, Consumer<String> sink) {
        joins++;
        if (members.putIfAbsent(nick, sink) == null) {
            backlog.forEach(sink);
        }
    }
}
