package io.tessera.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

public class TileClient {
    public static void main(String[] args) throws Exception {
        TileServer server = new TileServer();
        server.start(20);
        long bytes = 0;
        int missing = 0;
        List<Future<Integer>> answers = new ArrayList<>();
        for (String a : args) {
            answers.add(server.get(Integer.parseInt(a)));
        }
        for (Future<Integer> f : answers) {
            int n = f.get();
            bytes += n;
            if (n == 0) {
                missing++;
            }
        }
        System.out.println(bytes + " bytes, " + missing + " missing");
    }
}
