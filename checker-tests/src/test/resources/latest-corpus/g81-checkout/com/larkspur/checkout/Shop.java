package com.larkspur.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

public class Shop {
    public static void main(String[] args) {
        CheckoutFlow flow = new CheckoutFlow(new RemoteBackend(Map.of("pen", 1.5, "ink", 4.0)));
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (String customer : args) {
            all.add(flow.checkout(customer, List.of("pen", "ink")));
        }
        int done = 0;
        for (CompletableFuture<String> f : all) {
            System.out.println(f.join());
            done++;
        }
        System.out.println(done + " orders, " + flow.volume().join());
    }
}
